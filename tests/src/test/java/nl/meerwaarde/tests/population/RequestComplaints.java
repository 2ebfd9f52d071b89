package nl.meerwaarde.tests.population;

import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;

/** What is said about requests to populate a form. */
final class RequestComplaints {
    private RequestComplaints() {}

    static Complaint parameter(String name, String says) {
        return new Complaint(ProblemCode.INVALID_PARAMETER, name, says);
    }

    static Complaint unreadable(String says) {
        return new Complaint(ProblemCode.INVALID_RESOURCE, "", says);
    }

    static Complaint unknownQuestionnaire(String says) {
        return new Complaint(ProblemCode.UNKNOWN_QUESTIONNAIRE, "questionnaire", says);
    }

    static Complaint unknownSubject() {
        return new Complaint(ProblemCode.UNKNOWN_SUBJECT, "subject", "no such patient");
    }
}
