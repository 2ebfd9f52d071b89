package nl.meerwaarde.tests.benchmark;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/** What a reply of {@code $benchmark} holds. */
final class Compared {
    private Compared() {}

    static <T> List<T> all(Reply reply, Class<T> type) {
        return reply.stored(Bundle.class).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** That of the first period. */
    static Report report(Reply reply) {
        return new Report(all(reply, MeasureReport.class).get(0));
    }

    /** Who is compared. */
    static List<StratifierGroupComponent> strata(Report report) {
        return report.resource().getGroupFirstRep().getStratifierFirstRep().getStratum();
    }

    static StratifierGroupComponent stratum(Report report, String value) {
        return strata(report).stream()
                .filter(stratum -> stratum.getValue().getText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    static List<String> names(Report report) {
        return strata(report).stream()
                .map(stratum -> stratum.getValue().getText())
                .toList();
    }

    static String status(StratifierGroupComponent stratum) {
        return Report.code(stratum, Extensions.CONTROL_LIMIT_STATUS);
    }

    static double part(Extension extension, String part) {
        return Double.parseDouble(extension.getExtensionByUrl(part).getValue().primitiveValue());
    }

    static String svg(Reply reply) {
        assertThat(reply).hasStatus(200);
        assertThat(reply.http().contentType()).startsWith("image/svg+xml");
        return new String(reply.http().asByteArray(), StandardCharsets.UTF_8);
    }
}
