package nl.meerwaarde.tests.support;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** What a test can say about a server's answer. */
public final class ReplyAssert extends AbstractAssert<ReplyAssert, Reply> {
    ReplyAssert(Reply reply) {
        super(reply, ReplyAssert.class);
    }

    public ReplyAssert hasStatus(int status) {
        Assertions.assertThat(actual.status()).as(actual::toString).isEqualTo(status);
        return this;
    }

    public ReplyAssert succeeded() {
        Assertions.assertThat(actual.status()).as(actual::toString).isBetween(200, 299);
        return this;
    }

    public ReplyAssert isCreated() {
        return hasStatus(201);
    }

    /** Refused with exactly these problems, in any order, and without a word about the server's inside. */
    public ReplyAssert isRefusedWith(Complaint... complaints) {
        return isRefusedWith(422, List.of(complaints));
    }

    /** Refused with this status and exactly these problems, in any order. */
    public ReplyAssert isRefusedWith(int status, List<Complaint> complaints) {
        hasStatus(status);
        List<OperationOutcomeIssueComponent> issues = actual.issues();
        Assertions.assertThat(issues).as(actual::toString).hasSameSizeAs(complaints);
        complaints.forEach(complaint ->
                Assertions.assertThat(issues).as(actual::toString).anyMatch(issue -> complaint.isMadeBy(issue)));
        Assertions.assertThat(issues).allMatch(issue -> issue.getSeverity() == IssueSeverity.ERROR);
        return leaksNothing();
    }

    /** Refused, among other things, for this. */
    public ReplyAssert isRefusedAlsoWith(Complaint complaint) {
        hasStatus(422);
        Assertions.assertThat(actual.issues()).as(actual::toString).anyMatch(complaint::isMadeBy);
        return leaksNothing();
    }

    /** Names no class, no line of code, no SQL: a client learns what is wrong with its request and nothing about ours. */
    public ReplyAssert leaksNothing() {
        Assertions.assertThat(actual.text())
                .doesNotContain("Exception", "at nl.", "at ca.uhn", "at org.", "select ", "insert ");
        return this;
    }

    public ReplyAssert hasHeader(String name, String part) {
        Assertions.assertThat(actual.http().header(name)).as(actual::toString).contains(part);
        return this;
    }

    /** Some header of this name says so; there may be several. */
    public ReplyAssert hasHeaderAmong(String name, String value) {
        Assertions.assertThat(actual.http().headers().getValues(name))
                .as(actual::toString)
                .contains(value);
        return this;
    }

    public ReplyAssert hasNoHeader(String name) {
        Assertions.assertThat(actual.http().header(name)).as(actual::toString).isNull();
        return this;
    }
}
