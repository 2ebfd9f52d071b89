package nl.meerwaarde.server.limit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nl.meerwaarde.audit.RefusedRequests;
import nl.meerwaarde.requester.EmergencyAccess;
import nl.meerwaarde.server.identity.RequesterFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Wires the limits: other sites first, then bytes, both before anybody is asked who it is; then, of who is known, how often. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitConfiguration {
    private static final String EVERYTHING = "/*";
    private static final String FHIR = "/fhir/*";

    /** Spring Security's chain has -100. */
    private static final int AFTER_SECURITY = OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER - 50;

    private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(1);

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginFilter(LimitSettings limits) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(limits.origins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(
                "Authorization",
                "Accept",
                "Accept-Language",
                "Content-Type",
                "If-Match",
                "If-None-Match",
                "If-None-Exist",
                "If-Modified-Since",
                "Prefer",
                EmergencyAccess.HEADER));
        rules.setExposedHeaders(List.of(
                "Content-Location", "Location", "ETag", "Last-Modified", "Retry-After", "X-Progress", "X-Request-Id"));
        rules.setMaxAge(ASKED_AGAIN_AFTER);
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", rules);
        FilterRegistrationBean<CorsFilter> filter = filter(new CorsFilter(everywhere), Ordered.HIGHEST_PRECEDENCE + 10);
        // Where people sign in, the sites of registered applications count.
        filter.setUrlPatterns(List.of(FHIR));
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(LimitSettings limits) {
        return filter(new BodyLimit(limits.body().toBytes()), Ordered.HIGHEST_PRECEDENCE + 20);
    }

    @Bean
    @ConditionalOnExpression("${meerwaarde.limit.requests-per-second:500} > 0")
    FilterRegistrationBean<RateLimit> rateLimit(FhirContext fhir, RefusedRequests trail, LimitSettings limits) {
        Consumer<HttpServletRequest> refused = request -> trail.note(
                request, RequesterFilter.requester(request), HttpStatus.TOO_MANY_REQUESTS.value(), "too-many-requests");
        return filter(new RateLimit(fhir, refused, limits.requestsPerSecond(), limits.burst()), AFTER_SECURITY);
    }

    @Bean
    RequestLimit requestLimit(LimitSettings limits) {
        return new RequestLimit(limits);
    }

    /** Whoever asks for larger pages gets pages of this size. */
    @Autowired
    void limitPages(DatabaseBackedPagingProvider paging, LimitSettings limits) {
        paging.setMaximumPageSize(limits.pageSize());
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(EVERYTHING);
        registration.setOrder(order);
        return registration;
    }
}
