package nl.meerwaarde.plugin;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/** Puts the suite into a Spring Boot host that has a HAPI JPA server, when its jar is on the class path. */
@AutoConfiguration
@ConditionalOnClass(DaoRegistry.class)
@Import(MeerwaardeConfiguration.class)
public class MeerwaardeAutoConfiguration {}
