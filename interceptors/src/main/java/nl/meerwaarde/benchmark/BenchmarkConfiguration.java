package nl.meerwaarde.benchmark;

import ca.uhn.fhir.context.FhirContext;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.report.RecipientReports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires {@code $benchmark}. */
@Configuration(proxyBeanMethods = false)
public class BenchmarkConfiguration {
    @Bean
    BenchmarkProvider meerwaardeBenchmark(
            FhirContext fhirContext,
            FactMeasures measures,
            RecipientReports reports,
            Names names,
            DefinitionSource definitions) {
        return new BenchmarkProvider(fhirContext, measures, reports, names, definitions);
    }
}
