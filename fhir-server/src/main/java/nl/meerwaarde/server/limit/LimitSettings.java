package nl.meerwaarde.server.limit;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is too much.
 *
 * @param body bytes of a request's body, after decompression
 * @param bundleEntries of a transaction or batch
 * @param searchParameters of one search, modifiers and repetitions counted each
 * @param searchValues alternatives of one search parameter, as the commas divide them
 * @param chainLength links of a chained parameter: {@code subject.organization.name} has two; each {@code _has} is one too
 * @param pageSize resources of a page of results ({@code _count})
 * @param requestsPerSecond of one client in the long run; 0 is as many as it likes
 * @param burst requests of one client at once, when it was quiet before
 * @param origins sites whose pages may ask from a browser (CORS), such as {@code https://portal.example.org}; none by default
 */
@ConfigurationProperties("meerwaarde.limit")
record LimitSettings(
        @DefaultValue("20MB") DataSize body,
        @DefaultValue("5000") int bundleEntries,
        @DefaultValue("40") int searchParameters,
        @DefaultValue("1000") int searchValues,
        @DefaultValue("3") int chainLength,
        @DefaultValue("1000") int pageSize,
        @DefaultValue("500") int requestsPerSecond,
        @DefaultValue("5000") int burst,
        @DefaultValue List<String> origins) {
    LimitSettings {
        origins = List.copyOf(origins);
        if (body.toBytes() < 1 || bundleEntries < 1 || searchParameters < 1 || searchValues < 1 || pageSize < 1) {
            throw new IllegalArgumentException(
                    "meerwaarde.limit: body, bundle-entries, search-parameters, search-values and page-size are at least 1");
        }
        if (chainLength < 0 || requestsPerSecond < 0 || burst < requestsPerSecond) {
            throw new IllegalArgumentException(
                    "meerwaarde.limit: chain-length and requests-per-second are at least 0, burst at least requests-per-second");
        }
        if (origins.stream().anyMatch(origin -> origin.contains("*"))) {
            throw new IllegalArgumentException(
                    "meerwaarde.limit.origins: name each site; * would let any page ask with its reader's rights");
        }
    }
}
