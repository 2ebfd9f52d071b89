package nl.meerwaarde.wording;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The operation {@code Questionnaire/[id]/$load-wording}: lays the owner's licensed text over an instrument. */
public class LoadWordingProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-load-wording";

    private final DaoRegistry daos;

    LoadWordingProvider(DaoRegistry daos) {
        this.daos = daos;
    }

    /**
     * Stores the instrument with the owner's text.
     *
     * @param wording the text as a Questionnaire; either this or the table
     * @param table the text as comma-separated values
     * @param licence number or name of the licence under which the hospital uses it
     * @return the Questionnaire as stored
     */
    @Operation(name = "$load-wording", typeName = "Questionnaire", canonicalUrl = CANONICAL)
    public Questionnaire load(
            @IdParam IdType id,
            @OperationParam(name = "wording", min = 0, max = 1) @Nullable Questionnaire wording,
            @OperationParam(name = "table", min = 0, max = 1) @Nullable StringType table,
            @OperationParam(name = "licence", min = 0, max = 1) @Nullable StringType licence,
            RequestDetails request) {
        checkParameters(wording, table, licence);
        IFhirResourceDao<Questionnaire> questionnaires = daos.getResourceDao(Questionnaire.class);
        Questionnaire instrument = questionnaires.read(id, request);
        Wording text = usable(
                wording == null ? WordingTable.read(value(table)) : WordingQuestionnaire.read(instrument, wording));
        List<Problem> differences = WordingCheck.check(instrument, text);
        if (!differences.isEmpty()) {
            throw Problems.unprocessable(differences);
        }
        Questionnaire worded = WordedQuestionnaire.of(instrument, text, value(licence));
        return (Questionnaire) questionnaires.update(worded, request).getResource();
    }

    private static Wording usable(WordingReading reading) {
        if (reading instanceof WordingReading.Refused refused) {
            throw Problems.unprocessable(refused.problems());
        }
        return ((WordingReading.Usable) reading).wording();
    }

    private static void checkParameters(
            @Nullable Questionnaire wording, @Nullable StringType table, @Nullable StringType licence) {
        List<Problem> problems = new ArrayList<>();
        if ((wording == null) == value(table).isEmpty()) {
            problems.add(problem(
                    "wording", "Give the owner's text as a Questionnaire (wording) or as a table (table), not both."));
        }
        if (value(licence).isEmpty()) {
            problems.add(problem(
                    "licence",
                    "Parameter licence is needed: the number or name of the licence under which the text is used."));
        }
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
    }

    private static String value(@Nullable StringType text) {
        return text == null || !text.hasValue() ? "" : text.getValue().strip();
    }

    private static Problem problem(String parameter, String sentence) {
        return new Problem(ProblemCode.INVALID_PARAMETER, parameter, sentence);
    }
}
