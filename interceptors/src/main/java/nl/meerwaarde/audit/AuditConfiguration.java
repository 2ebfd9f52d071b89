package nl.meerwaarde.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.database.Secrets;
import nl.meerwaarde.requester.RequesterSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the audit trail. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {
    private final Clock clock = Clock.systemUTC();

    @Bean
    AuditSettings meerwaardeAuditSettings(
            @Value("${meerwaarde.audit.enabled:true}") boolean enabled,
            @Value("${meerwaarde.audit.trust-forwarded-for:false}") boolean forwarded,
            @Value("${meerwaarde.audit.seal-every:PT10S}") String sealEvery) {
        return new AuditSettings(enabled, forwarded, Duration.parse(sealEvery));
    }

    @Bean
    Requests meerwaardeAuditedRequests(ObjectProvider<RequesterSource> source, AuditSettings settings) {
        return new Requests(Optional.ofNullable(source.getIfAvailable()), settings.forwarded());
    }

    @Bean
    NamedPatients meerwaardeNamedPatients(FhirContext fhirContext) {
        return new NamedPatients(fhirContext);
    }

    @Bean
    AuditEntries meerwaardeAuditEntries(FactDatabase database) {
        return new AuditEntries(database);
    }

    @Bean
    AuditTrail meerwaardeAuditTrail(
            FactDatabase database, AuditEntries entries, ObjectProvider<EmergencyListener> listeners) {
        DataSource dataSource = Objects.requireNonNull(database.jdbc().getDataSource());
        TransactionTemplate ownTransaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new AuditTrail(
                entries,
                new Emergencies(listeners::orderedStream, new AuditEvents(sentence(), reference -> "")),
                ownTransaction);
    }

    /** In the language in which the trail is read when nobody says which. */
    private static AccessSentence sentence() {
        return new AccessSentence("nl", ZoneId.systemDefault());
    }

    @Bean
    RecordedAccesses meerwaardeRecordedAccesses(AuditEntries entries, DaoRegistry daos) {
        return new RecordedAccesses(entries, sentence(), daos);
    }

    /** @param key of the seals' codes in Base64; without it, one that lies in the database */
    @Bean
    Seals meerwaardeSeals(FactDatabase database, @Value("${meerwaarde.audit.key:}") String key) {
        Secrets secrets = new Secrets(database);
        byte[] given = Base64.getDecoder().decode(key.strip());
        Supplier<byte[]> bytes = given.length == 0 ? () -> secrets.of("audit") : () -> given;
        DataSource dataSource = Objects.requireNonNull(database.jdbc().getDataSource());
        return new Seals(database, new TransactionTemplate(new DataSourceTransactionManager(dataSource)), bytes, clock);
    }

    @Bean
    SealingJob meerwaardeSealing(Seals seals, AuditSettings settings) {
        return new SealingJob(seals, settings);
    }

    @Bean
    AuditReaders meerwaardeAuditReaders(ObjectProvider<RequesterSource> source) {
        return new AuditReaders(Optional.ofNullable(source.getIfAvailable()));
    }

    /** The clock is that of the server's own time zone. */
    @Bean
    AuditEventProvider meerwaardeAuditEvents(
            FhirContext fhirContext, DaoRegistry daos, AuditEntries entries, AuditReaders readers) {
        return new AuditEventProvider(fhirContext, daos, entries, readers, ZoneId.systemDefault());
    }

    @Bean
    AuditEventGuard meerwaardeAuditEventGuard() {
        return new AuditEventGuard();
    }

    @Bean
    VerifyAuditProvider meerwaardeVerifyAudit(
            FhirContext fhirContext, FactDatabase database, Seals seals, AuditReaders readers) {
        return new VerifyAuditProvider(fhirContext, new ChainVerification(seals, database.oneState()), readers);
    }

    @Bean(destroyMethod = "close")
    RefusedRequests meerwaardeRefusedRequests(AuditTrail trail, Requests requests, AuditSettings settings) {
        return new RefusedRequests(trail, requests, settings.enabled(), clock);
    }

    @Bean
    WriteInterceptor meerwaardeAuditedWrites(AuditTrail trail, Requests requests, NamedPatients patients) {
        return new WriteInterceptor(trail, requests, patients, clock);
    }

    @Bean
    AccessInterceptor meerwaardeAuditedAccesses(
            AuditTrail trail, DaoRegistry daos, Requests requests, NamedPatients patients) {
        return new AccessInterceptor(trail, new Accesses(daos, requests, patients, clock));
    }
}
