package nl.meerwaarde.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.config.JpaConfig;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import nl.meerwaarde.server.failure.FailureLog;
import nl.meerwaarde.server.limit.RequestLimit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** HAPI's REST server under {@code /fhir}. The plug-in suite adds its hooks and operations by itself. */
@Configuration(proxyBeanMethods = false)
class FhirServletConfiguration {
    @Bean
    RestfulServer restfulServer(
            FhirContext fhirContext,
            IFhirSystemDao<?, ?> systemDao,
            ResourceProviderFactory resourceProviders,
            JpaSystemProvider<?, ?> systemProvider,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            @Qualifier(JpaConfig.JPA_VALIDATION_SUPPORT_CHAIN) IValidationSupport validationSupport,
            DatabaseBackedPagingProvider paging,
            RequestLimit limit) {
        RestfulServer server = new SilentServer(fhirContext);
        server.registerProviders(resourceProviders.createProviders());
        server.registerProvider(systemProvider);
        server.setServerConformanceProvider(
                conformance(server, systemDao, settings, searchParameters, validationSupport));
        server.setPagingProvider(paging);
        server.registerInterceptor(limit);
        server.registerInterceptor(new FailureLog());
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setServerAddressStrategy(new IncomingRequestAddressStrategy());
        return server;
    }

    private static JpaCapabilityStatementProvider conformance(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport) {
        JpaCapabilityStatementProvider provider =
                new JpaCapabilityStatementProvider(server, systemDao, settings, searchParameters, validationSupport);
        provider.setImplementationDescription("Meerwaarde: value-based care on FHIR");
        return provider;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        ServletRegistrationBean<RestfulServer> registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** Does not tell everybody which version of HAPI it is, and so which faults it has. */
    private static final class SilentServer extends RestfulServer {
        SilentServer(FhirContext fhirContext) {
            super(fhirContext);
        }

        @Override
        protected String createPoweredByHeader() {
            return "";
        }
    }
}
