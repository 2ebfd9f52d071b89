package nl.meerwaarde.measure;

import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;

/** Reports that are for the team whose patients they are about: personal goals are talked about there, and compared nowhere. */
final class TeamReports {
    private TeamReports() {}

    /**
     * Refuses a report of personal goals that goes to anybody else, is about everybody, is for a node that pools, or would be published.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422
     */
    static void check(FactMeasure measure, EvaluateMeasureRequest request, Reporter reporter, Recipient recipient) {
        if (!measure.isForTheTeamOnly()) {
            return;
        }
        boolean ofEverybody = reporter.equals(Reporter.EVERYBODY);
        if (ofEverybody
                || !recipient.seesAllOf(reporter.owner())
                || recipient.policy().pools()
                || request.publish()) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.NOT_FOR_RECIPIENT,
                    "measure",
                    Sentence.beside(
                            TeamReports.class,
                            "goals-for-the-team",
                            recipient.policy().code())));
        }
    }
}
