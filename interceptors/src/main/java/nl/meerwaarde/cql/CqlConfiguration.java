package nl.meerwaarde.cql;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.InstantSource;
import nl.meerwaarde.report.OtherMeasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Wires the CQL engine, if an administrator switched it on and the host has it. */
@Configuration(proxyBeanMethods = false)
public class CqlConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(CqlConfiguration.class);

    /** Setting: whether Measures are evaluated that are no fact-measures. */
    private static final String ENABLED = "meerwaarde.cql.enabled";

    private static final String ENGINE = "org.opencds.cqf.fhir.cr.measure.r4.R4MultiMeasureService";

    @Bean
    OtherMeasures meerwaardeOtherMeasures(
            FhirContext fhirContext, DaoRegistry daos, JpaStorageSettings settings, Environment environment) {
        if (!environment.getProperty(ENABLED, Boolean.class, false)) {
            return new NoOtherMeasures();
        }
        if (!ClassUtils.isPresent(ENGINE, CqlConfiguration.class.getClassLoader())) {
            LOG.info("Measures in CQL are off: the host lacks org.opencds.cqf.fhir:cqf-fhir-cr");
            return new NoOtherMeasures();
        }
        if (!EngineLogs.switchOff()) {
            LOG.warn("Switch the loggers org.opencds.cqf and org.cqframework off: they quote records of patients");
        }
        CqlLimits limits = CqlLimits.of(environment);
        LOG.info(
                "Measures in CQL are on: of at most {} patients, for at most {} s",
                limits.mostPatients(),
                limits.mostTime().toSeconds());
        return new CqlMeasures(
                fhirContext,
                daos,
                settings,
                () -> CqlLimits.of(environment),
                new ClinicalReasoning(),
                InstantSource.system());
    }
}
