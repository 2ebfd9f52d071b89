package nl.meerwaarde.plugin;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import nl.meerwaarde.metrics.MetricsConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureAfter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the suite into a Spring Boot host that has a HAPI JPA server, when its jar is on the class path. */
@AutoConfiguration
@ConditionalOnClass(DaoRegistry.class)
@AutoConfigureAfter(
        name = {
            "org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@Import(MeerwaardeConfiguration.class)
public class MeerwaardeAutoConfiguration {
    /** Timers, where the host has Micrometer. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.micrometer.core.instrument.MeterRegistry")
    @ConditionalOnBean(type = "io.micrometer.core.instrument.MeterRegistry")
    @Import(MetricsConfiguration.class)
    static class WithMicrometer {}
}
