package nl.meerwaarde.plugin;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import javax.sql.DataSource;
import nl.meerwaarde.benchmark.Names;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionInterceptor;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.instrument.InstrumentRules;
import nl.meerwaarde.outcome.OutcomeFacts;
import nl.meerwaarde.outcomeset.OutcomeSetCatalogue;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.pathway.PathwayRules;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.score.ResponseScores;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.score.ScoreDefinitionRules;
import nl.meerwaarde.score.ScoreDefinitions;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the database, the definitions and the catalogues made of them. */
@Configuration(proxyBeanMethods = false)
public class DefinitionsConfiguration {
    @Bean
    FactDatabase meerwaardeDatabase(DataSource dataSource, PartitionSettings partitions) {
        if (partitions.isPartitioningEnabled()) {
            throw new IllegalStateException(
                    "Meerwaarde does not work in a partitioned HAPI server: its facts would mix the partitions. Switch partitioning off or give each partition a server of its own.");
        }
        return FactDatabase.migrated(dataSource);
    }

    @Bean
    DefinitionRegister meerwaardeDefinitionRegister(FactDatabase database) {
        return new DefinitionRegister(database.jdbc());
    }

    @Bean
    DefinitionSource meerwaardeDefinitionSource(DaoRegistry daos) {
        return new DefinitionSource() {
            @Override
            public <T extends Resource> T read(Class<T> type, String id) {
                return daos.getResourceDao(type).read(new IdType(type.getSimpleName(), id), new SystemRequestDetails());
            }
        };
    }

    @Bean
    Names meerwaardeNames(DaoRegistry daos) {
        return new StoredNames(daos);
    }

    @Bean
    FhirPath meerwaardeFhirPath(FhirContext fhirContext) {
        return new FhirPath(fhirContext);
    }

    @Bean
    InstrumentReader meerwaardeInstrumentReader(FhirPath fhirPath) {
        return new InstrumentReader(fhirPath);
    }

    @Bean
    InstrumentCatalogue meerwaardeInstrumentCatalogue(
            DefinitionRegister register, DefinitionSource source, InstrumentReader reader) {
        return new InstrumentCatalogue(register, source, reader);
    }

    @Bean
    InstrumentRules meerwaardeInstrumentRules(InstrumentReader reader) {
        return new InstrumentRules(reader);
    }

    @Bean
    ScoreCalculator meerwaardeScoreCalculator(FhirPath fhirPath) {
        return new ScoreCalculator(fhirPath);
    }

    @Bean
    ScoreDefinitions meerwaardeScoreDefinitions(DefinitionRegister register, DefinitionSource source) {
        return new ScoreDefinitions(register, source);
    }

    @Bean
    ResponseScores meerwaardeResponseScores(ScoreCalculator calculator, ScoreDefinitions definitions) {
        return new ResponseScores(calculator, definitions);
    }

    @Bean
    ScoreDefinitionRules meerwaardeScoreDefinitionRules(FhirContext fhirContext) {
        return new ScoreDefinitionRules(fhirContext);
    }

    @Bean
    PathwayCatalogue meerwaardePathwayCatalogue(
            DefinitionRegister register, DefinitionSource source, OutcomeSetCatalogue sets) {
        return new PathwayCatalogue(register, source, sets);
    }

    @Bean
    PathwayRules meerwaardePathwayRules() {
        return new PathwayRules();
    }

    @Bean
    DefinitionInterceptor meerwaardeDefinitionInterceptor(
            ObjectProvider<DefinitionRules<?>> rules,
            DefinitionRegister register,
            PatientRecords records,
            OutcomeFacts facts,
            OutcomeSetCatalogue outcomeSets) {
        List<DefinitionRules<?>> all = rules.orderedStream().toList();
        return new DefinitionInterceptor(
                all,
                register,
                canonical -> records.isUsed(canonical)
                        || outcomeSets.isTaken(canonical)
                        || facts.isExpectedBy(canonical.toString()));
    }
}
