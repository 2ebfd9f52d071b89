package nl.meerwaarde.benchmark;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Whether a request is for the picture itself, as a browser's or that of a page is. */
final class PictureRequest {
    private PictureRequest() {}

    /** By {@code _format}, which counts for more than what the client accepts; HAPI is told, because it knows only FHIR's own formats in it. */
    static boolean of(ServletRequestDetails details) {
        List<String> formats = Stream.ofNullable(details.getParameters().get("_format"))
                .flatMap(Arrays::stream)
                .toList();
        if (formats.isEmpty()) {
            return details.getHeaders("Accept").stream().anyMatch(accept -> accept.contains(Comparison.SVG));
        }
        boolean asked = formats.stream().anyMatch(format -> format.startsWith("image/svg") || format.equals("svg"));
        if (asked) {
            details.setHeaders("Accept", List.of(Comparison.SVG));
        }
        return asked;
    }
}
