package nl.meerwaarde.derivation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import nl.meerwaarde.casemix.CaseMixModels;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.outcome.OutcomeDerivation;
import nl.meerwaarde.outcome.OutcomeFacts;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.record.OwningTeams;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.scheduling.Scheduling;
import nl.meerwaarde.score.ResponseScores;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the derivation step and the hooks that feed it. */
@Configuration(proxyBeanMethods = false)
public class DerivationConfiguration {
    @Bean
    OwningTeams meerwaardeOwningTeams(FactDatabase database) {
        return new OwningTeams(database);
    }

    @Bean
    PatientRecords meerwaardePatientRecords(FactDatabase database, OwningTeams teams) {
        return new PatientRecords(database.jdbc(), teams);
    }

    @Bean
    OutcomeFacts meerwaardeOutcomeFacts(FactDatabase database) {
        return new OutcomeFacts(database.jdbc());
    }

    @Bean
    DerivedScores meerwaardeDerivedScores(
            DaoRegistry daos, FhirContext fhirContext, EntityManager entityManager, FactDatabase database) {
        return new DerivedScores(daos, fhirContext, entityManager, database.jdbc());
    }

    @Bean
    Scheduling meerwaardeScheduling(
            DaoRegistry daos, EntityManager entityManager, PatientRecords records, PathwayCatalogue pathways) {
        return new Scheduling(daos, entityManager, records, pathways::find, Clock.systemUTC());
    }

    @Bean
    PatientDerivation meerwaardePatientDerivation(
            FactDatabase database,
            PatientRecords records,
            OwningTeams teams,
            InstrumentCatalogue instruments,
            ResponseScores scores,
            DerivedScores derivedScores,
            Scheduling scheduling,
            PathwayCatalogue pathways,
            CaseMixModels models,
            OutcomeFacts facts,
            ObjectProvider<PatientStep> steps,
            ObjectProvider<DerivationMetrics> metrics) {
        PatientLocks locks = new PatientLocks(database);
        return new PatientDerivation(
                locks,
                new Merges(locks, records),
                records,
                teams,
                new ResponseScoring(instruments, scores),
                derivedScores,
                scheduling,
                new OutcomeDerivation(pathways::find, models::active),
                facts,
                steps.orderedStream().toList(),
                metrics.getIfAvailable(() -> Runnable::run));
    }

    @Bean
    PatientRebuild meerwaardePatientRebuild(
            DaoRegistry daos,
            PatientRecords records,
            OwningTeams teams,
            PatientDerivation derivation,
            PlatformTransactionManager transactions) {
        return new PatientRebuild(daos, records, teams, derivation, transactions);
    }

    @Bean
    ChangeInterceptor meerwaardeChangeInterceptor(PatientDerivation derivation, DerivedScores derivedScores) {
        return new ChangeInterceptor(derivation, derivedScores);
    }

    @Bean
    DerivedScoreGuard meerwaardeDerivedScoreGuard(FhirContext fhirContext) {
        return new DerivedScoreGuard(fhirContext);
    }

    @Bean
    ExpungeInterceptor meerwaardeExpungeInterceptor(DerivedScores derivedScores, FactDatabase database) {
        return new ExpungeInterceptor(derivedScores, database);
    }

    @Bean
    ConflictRetryInterceptor meerwaardeConflictRetry() {
        return new ConflictRetryInterceptor();
    }

    @Bean
    UnnoticedConflictInterceptor meerwaardeUnnoticedConflicts() {
        return new UnnoticedConflictInterceptor();
    }
}
