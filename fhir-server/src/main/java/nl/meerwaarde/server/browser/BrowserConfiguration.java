package nl.meerwaarde.server.browser;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * Headers of every answer with data, also of those that are given before anybody is asked who it is: too much, too often, another site. They are there from the beginning; Spring
 * Security adds its own when an answer leaves, and 6.5.7 forgets to in some cases (CVE-2026-22732).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class BrowserConfiguration {
    /** Pictures have their style with them. */
    private static final String DATA_ONLY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headersOfData() {
        HeaderWriterFilter headers = new HeaderWriterFilter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(),
                new HstsHeaderWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new ContentSecurityPolicyHeaderWriter(DATA_ONLY)));
        headers.setShouldWriteHeadersEagerly(true);
        FilterRegistrationBean<HeaderWriterFilter> filter = new FilterRegistrationBean<>(headers);
        // Else the filter of this class in Spring Security's chain would think that it had run.
        filter.setName("headersOfData");
        filter.setUrlPatterns(List.of("/fhir/*", "/actuator/*"));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
