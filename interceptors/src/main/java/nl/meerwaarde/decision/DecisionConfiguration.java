package nl.meerwaarde.decision;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import jakarta.persistence.EntityManager;
import java.time.Period;
import java.util.List;
import nl.meerwaarde.derivation.PatientStep;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.wording.WordingPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Wires shared decisions. */
@Configuration(proxyBeanMethods = false)
public class DecisionConfiguration {
    /**
     * @param asked which questionnaires ask how a decision was taken, separated by commas
     * @param days how many days the patient has for it
     */
    @Bean
    PatientStep meerwaardeDecisions(
            DaoRegistry daos,
            EntityManager entityManager,
            PatientRecords records,
            InstrumentCatalogue instruments,
            WordingPolicy wording,
            PathwayCatalogue pathways,
            @Value("${meerwaarde.decision.questionnaires:collaborate}") String asked,
            @Value("${meerwaarde.decision.ask-within-days:14}") int days) {
        List<String> names = List.of(StringUtils.tokenizeToStringArray(asked, ","));
        return new DecisionStep(
                new CareContext(daos, entityManager),
                new DecisionQuestionnaires(
                        daos, records, instruments, wording, pathways::find, names, Period.ofDays(days)));
    }
}
