package nl.meerwaarde.extraction;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.instrument.InstrumentReading;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ScoringFault;
import nl.meerwaarde.submission.ResponseSubmission;
import nl.meerwaarde.wording.WordingPolicy;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;

/** Gathers what an extraction needs, judges the response as if it were submitted, and lets it happen. */
class Extracting {
    private final InstrumentCatalogue instruments;
    private final InstrumentReader reader;
    private final ResponseSubmission submission;
    private final WordingPolicy wording;
    private final ResponseRules rules;
    private final DaoRegistry daos;
    private final Extraction extraction;

    Extracting(
            InstrumentCatalogue instruments,
            InstrumentReader reader,
            ResponseSubmission submission,
            WordingPolicy wording,
            ResponseRules rules,
            DaoRegistry daos,
            Extraction extraction) {
        this.instruments = instruments;
        this.reader = reader;
        this.submission = submission;
        this.wording = wording;
        this.rules = rules;
        this.daos = daos;
        this.extraction = extraction;
    }

    /**
     * Extracts from the response in the request or in the address.
     *
     * @param addressed the response in the address, or null at type level
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 for wrong parameters, 404 for an unknown response, 422 for a response or
     *     a Questionnaire that cannot be extracted from; each with everything that is wrong
     */
    Extraction.Result.Extracted extract(ExtractRequest asked, @Nullable IdType addressed, RequestDetails request) {
        if (!asked.problems().isEmpty()) {
            throw Problems.badRequest(asked.problems());
        }
        QuestionnaireResponse response =
                (addressed == null ? asked.response().orElseThrow() : stored(addressed, request)).copy();
        response.setId(response.getIdElement().getIdPart());
        Forms forms = forms(response, asked.questionnaire());
        try {
            if (addressed == null) {
                submission.complete(response, null, forms.scored(), AcceptedLanguages.of(request));
            } else {
                // It was stamped when it came in; a wording that was loaded since is not the one it was asked with.
                submission.putScores(response, forms.scored());
            }
            return extract(response, forms);
        } catch (ScoringFault fault) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.INVALID_DEFINITION, "QuestionnaireResponse", String.valueOf(fault.getMessage())));
        }
    }

    private QuestionnaireResponse stored(IdType id, RequestDetails request) {
        try {
            return daos.getResourceDao(QuestionnaireResponse.class)
                    .read(new IdType("QuestionnaireResponse", id.getIdPart()), request);
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            throw Problems.notFound(List.of(new Problem(
                    ProblemCode.UNKNOWN_RESPONSE,
                    "",
                    "This server has no QuestionnaireResponse/" + id.getIdPart() + ".")));
        }
    }

    /** The form that says how, and the one that says what the scores are. */
    private record Forms(Instrument form, Instrument scored) {}

    private Forms forms(QuestionnaireResponse response, Optional<Questionnaire> sent) {
        List<Problem> problems = new ArrayList<>();
        Optional<Forms> forms = sent.isPresent()
                ? sent(response, sent.get(), problems)
                : registered(response, problems).map(instrument -> new Forms(instrument, instrument));
        if (!ResponseRules.isComplete(response)) {
            problems.add(new Problem(
                    ProblemCode.RESPONSE_NOT_COMPLETED,
                    "QuestionnaireResponse.status",
                    "Only a completed or amended response can be extracted from."));
        }
        if (!problems.isEmpty() || forms.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        return forms.get();
    }

    private Optional<Instrument> registered(QuestionnaireResponse response, List<Problem> problems) {
        ResponseSubmission.Verdict verdict = submission.judge(response, null);
        if (verdict instanceof ResponseSubmission.Verdict.Refused refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
        return Optional.of(((ResponseSubmission.Verdict.Accepted) verdict).instrument());
    }

    /** Scores are those of the form that was answered, as this server knows it; a form sent along may only say better what else to extract. */
    private Optional<Forms> sent(QuestionnaireResponse response, Questionnaire questionnaire, List<Problem> problems) {
        InstrumentReading reading = reader.read(questionnaire);
        if (reading instanceof InstrumentReading.Refused refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
        Instrument form = ((InstrumentReading.Usable) reading).instrument();
        Optional<CanonicalReference> answered =
                response.hasQuestionnaire() && !response.getQuestionnaire().startsWith("#")
                        ? Optional.of(CanonicalReference.parse(response.getQuestionnaire()))
                        : Optional.empty();
        if (answered.isPresent() && !belongs(form, questionnaire, answered.get())) {
            problems.add(new Problem(
                    ProblemCode.INVALID_PARAMETER,
                    "questionnaire",
                    "The response answers " + answered.get() + ", not " + form.canonical()
                            + " nor a Questionnaire it is derivedFrom."));
            return Optional.empty();
        }
        Instrument scored = answered.flatMap(instruments::find).orElse(form);
        wording.objection(scored, "QuestionnaireResponse.questionnaire").ifPresent(problems::add);
        problems.addAll(rules.check(form, response));
        return Optional.of(new Forms(form, scored));
    }

    private static boolean belongs(Instrument form, Questionnaire questionnaire, CanonicalReference answered) {
        boolean same = form.canonical().url().equals(answered.url())
                && (answered.version() == null || answered.equals(form.canonical()));
        return same
                || questionnaire.getDerivedFrom().stream()
                        .map(CanonicalType::getValue)
                        .map(CanonicalReference::parse)
                        .anyMatch(base -> base.url().equals(answered.url()));
    }

    private Extraction.Result.Extracted extract(QuestionnaireResponse response, Forms forms) {
        Extraction.Result result = extraction.extract(forms.form(), forms.scored(), response);
        if (result instanceof Extraction.Result.Faulty faulty) {
            throw Problems.unprocessable(faulty.faults());
        }
        return (Extraction.Result.Extracted) result;
    }
}
