package nl.meerwaarde.report;

import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasure;

/**
 * Reports that stay where their patients are: personal goals are talked about in the team and compared nowhere, and teams are compared by those who may see
 * everything of their organisation. Teams divide an organisation further than any release is audited for, so nobody else is told of them.
 */
final class TeamReports {
    private TeamReports() {}

    /**
     * Refuses a report of personal goals that goes to anybody else, is about everybody, is for a node that pools, or would be published; and one by team for a
     * recipient that may not see all of it, or for a node that pools.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422
     */
    static void check(FactMeasure measure, EvaluateMeasureRequest request, Reporter reporter, Recipient recipient) {
        boolean stays =
                recipient.seesAllOf(reporter.owner()) && !recipient.policy().pools();
        boolean ofEverybody = reporter.equals(Reporter.EVERYBODY);
        if (measure.isForTheTeamOnly() && (ofEverybody || !stays || request.publish())) {
            throw refusal("goals-for-the-team", recipient);
        }
        if (measure.isByTeam() && !stays) {
            throw refusal("teams-for-their-organization", recipient);
        }
    }

    private static RuntimeException refusal(String key, Recipient recipient) {
        return Problems.unprocessable(new Problem(
                ProblemCode.NOT_FOR_RECIPIENT,
                "measure",
                Sentence.beside(TeamReports.class, key, recipient.policy().code())));
    }
}
