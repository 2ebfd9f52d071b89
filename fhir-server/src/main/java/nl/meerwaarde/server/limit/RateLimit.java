package nl.meerwaarde.server.limit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.Constants;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each client a bucket of requests that fills up again. Who is known is counted by name, who is not by address. Each node counts for itself.
 */
class RateLimit extends OncePerRequestFilter {
    private static final int CLIENTS = 100_000;

    private final FhirContext fhir;
    private final Consumer<HttpServletRequest> refused;
    private final int perSecond;
    private final int burst;
    private final Cache<String, Bucket> buckets;

    /**
     * @param refused told of each request that is refused
     * @param perSecond at least 1
     * @param burst at least as many
     */
    RateLimit(FhirContext fhir, Consumer<HttpServletRequest> refused, int perSecond, int burst) {
        this.fhir = fhir;
        this.refused = refused;
        this.perSecond = perSecond;
        this.burst = burst;
        // Whoever is forgotten has a full bucket anyway.
        Duration untilFull = Duration.ofSeconds(burst / perSecond + 1L);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                .expireAfterAccess(untilFull)
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = buckets.get(client(request), client -> full()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refused.accept(request);
            refuse(response, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static String client(HttpServletRequest request) {
        Principal known = request.getUserPrincipal();
        return known == null ? "address " + request.getRemoteAddr() : "name " + known.getName();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private void refuse(HttpServletResponse response, Duration wait) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        response.setContentType(Constants.CT_FHIR_JSON_NEW);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Problem problem = new Problem(
                ProblemCode.TOO_MANY_REQUESTS,
                "",
                Sentence.beside(RateLimit.class, "too-many-requests", perSecond, burst));
        fhir.newJsonParser().encodeResourceToWriter(Problems.outcome(List.of(problem)), response.getWriter());
    }
}
