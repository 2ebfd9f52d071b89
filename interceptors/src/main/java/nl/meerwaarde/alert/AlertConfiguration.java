package nl.meerwaarde.alert;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.time.Clock;
import java.time.Duration;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires safety alerts. */
@Configuration(proxyBeanMethods = false)
public class AlertConfiguration {
    private final Clock clock = Clock.systemUTC();

    @Bean
    AlertPolicyRules meerwaardeAlertPolicyRules() {
        return new AlertPolicyRules();
    }

    @Bean
    AlertPolicies meerwaardeAlertPolicies(DefinitionRegister register, DefinitionSource source) {
        return new AlertPolicies(register, source);
    }

    @Bean
    RaisedAlerts meerwaardeRaisedAlerts(FactDatabase database) {
        return new RaisedAlerts(database);
    }

    @Bean
    AlertWriting meerwaardeAlertWriting(DaoRegistry daos, AlertPolicies policies, RaisedAlerts raised) {
        return new AlertWriting(daos, policies, raised, clock);
    }

    @Bean
    SafetyAlerts meerwaardeSafetyAlerts(IHapiTransactionService transactions, AlertWriting writing, DaoRegistry daos) {
        return new SafetyAlerts(transactions, writing, new KnownPatients(daos));
    }

    @Bean
    AlertInterceptor meerwaardeAlertInterceptor(SafetyAlerts alerts, AlertWriting writing, RaisedAlerts raised) {
        return new AlertInterceptor(alerts, writing, raised, clock);
    }

    @Bean
    AdmissionInterceptor meerwaardeAdmission(SafetyAlerts alerts) {
        return new AdmissionInterceptor(alerts);
    }

    @Bean
    HelpLineInterceptor meerwaardeHelpLines(SafetyAlerts alerts, AlertPolicies policies) {
        return new HelpLineInterceptor(alerts, policies);
    }

    /** @param seconds how often tasks that nobody accepted are looked for */
    @Bean
    EscalationJob meerwaardeEscalation(
            RaisedAlerts raised,
            AlertWriting writing,
            IHapiTransactionService transactions,
            @Value("${meerwaarde.alert.escalation-interval-seconds:30}") long seconds) {
        return new EscalationJob(raised, writing, transactions, clock, Duration.ofSeconds(seconds));
    }
}
