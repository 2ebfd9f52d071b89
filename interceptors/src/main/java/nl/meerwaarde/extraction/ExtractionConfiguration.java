package nl.meerwaarde.extraction;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.config.JpaConfig;
import java.util.Optional;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ResponseScores;
import nl.meerwaarde.submission.ResponseSubmission;
import nl.meerwaarde.wording.WordingPolicy;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires {@code $extract}. */
@Configuration(proxyBeanMethods = false)
public class ExtractionConfiguration {
    @Bean
    ExtractProvider meerwaardeExtract(
            FhirContext fhirContext,
            InstrumentCatalogue instruments,
            InstrumentReader reader,
            ResponseSubmission submission,
            WordingPolicy wording,
            ResponseRules rules,
            DaoRegistry daos,
            FhirPath fhirPath,
            ResponseScores scores,
            @Qualifier(JpaConfig.JPA_VALIDATION_SUPPORT_CHAIN) IValidationSupport support) {
        Extraction extraction = new Extraction(fhirContext, fhirPath, scores, canonical -> profile(support, canonical));
        return new ExtractProvider(
                fhirContext, new Extracting(instruments, reader, submission, wording, rules, daos, extraction));
    }

    /** Profiles may be stored without a snapshot. */
    private static Optional<StructureDefinition> profile(IValidationSupport support, String canonical) {
        return Optional.ofNullable(support.fetchStructureDefinition(canonical))
                .map(StructureDefinition.class::cast)
                .map(profile -> profile.hasSnapshot()
                        ? profile
                        : (StructureDefinition) support.generateSnapshot(
                                new ValidationSupportContext(support), profile, canonical, "", profile.getName()));
    }
}
