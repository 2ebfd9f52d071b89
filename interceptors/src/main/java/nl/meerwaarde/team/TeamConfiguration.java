package nl.meerwaarde.team;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires teams. */
@Configuration(proxyBeanMethods = false)
public class TeamConfiguration {
    @Bean
    TeamInterceptor meerwaardeTeamInterceptor(DaoRegistry daos, DefinitionSource source) {
        return new TeamInterceptor(daos, source);
    }

    /** The day is that of the server's own time zone. */
    @Bean
    MyTeamProvider meerwaardeMyTeam(
            FhirContext fhirContext, DaoRegistry daos, DefinitionRegister register, DefinitionSource definitions) {
        return new MyTeamProvider(fhirContext, daos, register, definitions, Clock.systemDefaultZone());
    }
}
