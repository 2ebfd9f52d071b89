package nl.meerwaarde.cell;

import java.time.Clock;
import java.time.Duration;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.outcome.SettledFacts;
import nl.meerwaarde.score.ScoreDefinitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires where the numbers of reports come from. */
@Configuration(proxyBeanMethods = false)
public class CellConfiguration {
    /** Setting: how often facts of closed windows are settled. */
    private static final String SETTLE_EVERY = "meerwaarde.report.settle-every";

    /** Setting: fewest facts of a month for which it is worth it. */
    private static final String SETTLE_FROM = "meerwaarde.report.settle-from";

    @Bean
    CellSource meerwaardeCellSource(FactDatabase database, DeliveredSums delivered) {
        return new CellSource(new FactQuery(database.jdbc()), new SettledSums(database.jdbc()), delivered);
    }

    @Bean
    ContributionQuery meerwaardeContributionQuery(FactDatabase database) {
        return new ContributionQuery(database.jdbc());
    }

    @Bean
    SubjectQuery meerwaardeSubjectQuery(FactDatabase database) {
        return new SubjectQuery(database.jdbc());
    }

    @Bean
    ReleasedFacts meerwaardeReleasedFacts(
            FactDatabase database,
            CellSource source,
            ContributionQuery contributions,
            RecipientPolicies policies,
            Populations populations) {
        return new ReleasedFacts(
                database.jdbc(), source, contributions, policies, populations, database.oneState(), Clock.systemUTC());
    }

    @Bean
    SettlingJob meerwaardeSettlingJob(FactDatabase database, ScoreDefinitions definitions, Environment environment) {
        return new SettlingJob(
                new SettledFacts(database.jdbc()),
                definitions,
                database.oneState(),
                Clock.systemUTC(),
                environment.getProperty(SETTLE_EVERY, Duration.class, Duration.ofHours(1)),
                environment.getProperty(SETTLE_FROM, Integer.class, 100));
    }
}
