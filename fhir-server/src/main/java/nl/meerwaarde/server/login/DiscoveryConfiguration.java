package nl.meerwaarde.server.login;

import ca.uhn.fhir.rest.server.RestfulServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Tells applications where tokens come from: from here, from elsewhere, or nothing where nobody said. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnExpression("${meerwaarde.login.enabled:false} or '${meerwaarde.smart.token-endpoint:}' != ''")
class DiscoveryConfiguration {
    /** An authorization server elsewhere. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("meerwaarde.smart.token-endpoint")
    @EnableConfigurationProperties(ExternalAuthorization.class)
    static class Elsewhere {
        @Bean
        SmartConfiguration externalSmartConfiguration(ExternalAuthorization external) {
            return SmartConfiguration.of(external);
        }
    }

    @Bean
    FilterRegistrationBean<SmartConfigurationFilter> smartConfiguration(
            SmartConfiguration configuration, ObjectMapper json) throws IOException {
        FilterRegistrationBean<SmartConfigurationFilter> filter =
                new FilterRegistrationBean<>(new SmartConfigurationFilter(configuration, json));
        filter.addUrlPatterns(SmartConfigurationFilter.PATH);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    SmartInitializingSingleton smartCapability(
            ObjectProvider<RestfulServer> servers, SmartConfiguration configuration) {
        SmartCapability capability = new SmartCapability(configuration);
        return () -> servers.orderedStream().forEach(server -> server.registerInterceptor(capability));
    }
}
