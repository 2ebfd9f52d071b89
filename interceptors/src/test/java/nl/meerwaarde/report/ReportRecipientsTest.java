package nl.meerwaarde.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.consent.Ground;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.report.EvaluateMeasureRequest.Reading;
import org.junit.jupiter.api.Test;

/** A host without the library that audits releases serves those who see everything, and nobody else. */
class ReportRecipientsTest {
    private final RecipientPolicies policies = new RecipientPolicies(() -> Map.of(
            RecipientPolicies.RECORD_HOLDER, policy(RecipientPolicies.RECORD_HOLDER, true),
            RecipientPolicies.PUBLIC, policy(RecipientPolicies.PUBLIC, false)));

    @Test
    void withoutAnAuditOnlyThoseWhoSeeEverythingAreServed() {
        ReportRecipients recipients = new ReportRecipients(policies, RecipientPolicies.RECORD_HOLDER, false);

        assertThat(recipients
                        .of(request(RecipientPolicies.RECORD_HOLDER), Reporter.EVERYBODY)
                        .policy()
                        .exact())
                .isTrue();
        assertThatThrownBy(() -> recipients.of(request(RecipientPolicies.PUBLIC), Reporter.EVERYBODY))
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("org.ojalgo");
    }

    @Test
    void withAnAuditEverybodyIs() {
        ReportRecipients recipients = new ReportRecipients(policies, RecipientPolicies.RECORD_HOLDER, true);

        assertThat(recipients
                        .of(request(RecipientPolicies.PUBLIC), Reporter.EVERYBODY)
                        .policy()
                        .exact())
                .isFalse();
    }

    private static EvaluateMeasureRequest request(String recipient) {
        return ((Reading.Usable) EvaluateMeasureRequest.read(
                        Map.of(
                                "measure", List.of("Measure/any"),
                                "periodStart", List.of("2025"),
                                "periodEnd", List.of("2025"),
                                "recipient", List.of(recipient)),
                        false))
                .request();
    }

    private static RecipientPolicy policy(String code, boolean exact) {
        return new RecipientPolicy(
                code,
                "1",
                exact,
                false,
                false,
                exact,
                false,
                5,
                3,
                1,
                0.8,
                0,
                30,
                Set.of(PeriodGrid.YEAR),
                exact,
                false,
                exact ? Ground.CARE : Ground.DOCUMENTED);
    }
}
