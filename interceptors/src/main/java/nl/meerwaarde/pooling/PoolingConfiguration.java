package nl.meerwaarde.pooling;

import java.time.Clock;
import nl.meerwaarde.cell.CellSource;
import nl.meerwaarde.cell.ContributionQuery;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.score.ScoreDefinitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what reports tell whoever pools them. */
@Configuration(proxyBeanMethods = false)
public class PoolingConfiguration {
    @Bean
    PoolableReports meerwaardePoolableReports(
            FactMeasures measures,
            ScoreDefinitions definitions,
            DefinitionRegister register,
            CellSource source,
            ContributionQuery contributions) {
        return new PoolableReports(measures, definitions, register, source, contributions, Clock.systemUTC());
    }
}
