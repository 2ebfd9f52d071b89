package nl.meerwaarde.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meerwaarde.adaptive.AdaptiveForms;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.response.SharedAnswers;
import nl.meerwaarde.score.ClientScores;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.wording.WordingPolicy;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** What happens to a response before it is stored: find its instrument, check it, stamp version and language, put the server's scores in place. */
public class ResponseSubmission {
    private static final String PATH = "QuestionnaireResponse.questionnaire";

    /** The security label of data that is no patient's. */
    private static final String TEST_DATA = "HTEST";

    private final InstrumentCatalogue instruments;
    private final ResponseRules rules;
    private final ScoreCalculator calculator;
    private final AdaptiveForms forms;
    private final WordingPolicy wording;

    public ResponseSubmission(
            InstrumentCatalogue instruments,
            ResponseRules rules,
            ScoreCalculator calculator,
            AdaptiveForms forms,
            WordingPolicy wording) {
        this.instruments = instruments;
        this.rules = rules;
        this.calculator = calculator;
        this.forms = forms;
        this.wording = wording;
    }

    /** Whether a response can be stored, and with which instrument. */
    public sealed interface Verdict {
        /** The instrument it answers; null when this server does not have what it names. */
        @Nullable
        Instrument instrument();

        /** It can. */
        record Accepted(Instrument instrument) implements Verdict {}

        /** It cannot, for all these reasons. */
        record Refused(List<Problem> problems, @Nullable Instrument instrument) implements Verdict {}
    }

    /**
     * Judges a response.
     *
     * @param before the stored response that this one replaces, or null
     */
    public Verdict judge(QuestionnaireResponse response, @Nullable QuestionnaireResponse before) {
        if (!response.hasQuestionnaire()) {
            return refused(ProblemCode.QUESTIONNAIRE_MISSING, "questionnaire-missing");
        }
        if (AdaptiveForms.isForm(response)) {
            return judgeForm(response);
        }
        CanonicalReference canonical = canonical(response, before);
        Optional<Instrument> instrument = instruments.find(canonical);
        if (instrument.isEmpty()) {
            return new Verdict.Refused(List.of(instruments.missing(canonical, PATH)), null);
        }
        if (instrument.get().module()) {
            return refused(
                    ProblemCode.QUESTIONNAIRE_NOT_ASSEMBLED,
                    "questionnaire-not-assembled",
                    instrument.get().canonical());
        }
        return verdict(instrument.get(), problems(instrument.get(), response));
    }

    /** A Questionnaire contained in a response cannot be trusted, so it must agree with the one that is stored here. */
    private Verdict judgeForm(QuestionnaireResponse response) {
        AdaptiveForms.Reading reading = forms.read(response);
        List<Problem> problems = new ArrayList<>();
        if (reading instanceof AdaptiveForms.Reading.Refused refused) {
            problems.addAll(refused.problems());
        }
        reading.known().ifPresent(instrument -> problems.addAll(problems(instrument, response)));
        return verdict(reading.known().orElse(null), problems);
    }

    private static Verdict verdict(@Nullable Instrument instrument, List<Problem> problems) {
        return instrument != null && problems.isEmpty()
                ? new Verdict.Accepted(instrument)
                : new Verdict.Refused(List.copyOf(problems), instrument);
    }

    /** Answers to questions that nobody may ask are not looked at. */
    private List<Problem> problems(Instrument instrument, QuestionnaireResponse response) {
        return wording.objection(instrument, PATH).map(List::of).orElseGet(() -> rules.check(instrument, response));
    }

    /** An update that names no version stays with the version it was first answered in. */
    private static CanonicalReference canonical(
            QuestionnaireResponse response, @Nullable QuestionnaireResponse before) {
        CanonicalReference named = CanonicalReference.parse(response.getQuestionnaire());
        if (named.version() == null && before != null && before.hasQuestionnaire()) {
            CanonicalReference stamped = CanonicalReference.parse(before.getQuestionnaire());
            return stamped.url().equals(named.url()) ? stamped : named;
        }
        return named;
    }

    private static Verdict refused(ProblemCode code, String key, Object... arguments) {
        return new Verdict.Refused(
                List.of(new Problem(code, PATH, Sentence.beside(ResponseSubmission.class, key, arguments))), null);
    }

    /** The instrument that a response most likely answers when this server does not have the version it names: the newest at that address. */
    public Optional<Instrument> closest(QuestionnaireResponse response) {
        return response.hasQuestionnaire() && !AdaptiveForms.isForm(response)
                ? instruments.find(
                        CanonicalReference.parse(response.getQuestionnaire()).at(null))
                : Optional.empty();
    }

    /** Says with which text was asked, or that this is a demonstration. */
    private static void stampWording(QuestionnaireResponse response, Instrument.WordingState wording) {
        if (wording.version() != null && !response.hasExtension(Canonicals.Extensions.WORDING_VERSION)) {
            response.addExtension(Canonicals.Extensions.WORDING_VERSION, new StringType(wording.version()));
        }
        if (wording.isMissing()
                && response.getMeta().getSecurity(Canonicals.ExternalCodeSystems.ACT_REASON, TEST_DATA) == null) {
            response.getMeta().addSecurity(Canonicals.ExternalCodeSystems.ACT_REASON, TEST_DATA, "test health data");
        }
    }

    /**
     * In which language the questions were read, where the response does not say: when it is first stored, the one its sender gets them in; an update, which may be
     * anybody's, keeps what is known. Not stamped where nothing is known.
     */
    private static void stampLanguage(
            QuestionnaireResponse response,
            @Nullable QuestionnaireResponse before,
            Instrument instrument,
            AcceptedLanguages accepted) {
        if (response.hasLanguage()) {
            return;
        }
        if (before != null) {
            response.setLanguage(before.getLanguage());
            return;
        }
        accepted.best(instrument.questionnaire().getLanguage(), instrument.languages())
                .map(language -> Locale.forLanguageTag(language).toLanguageTag())
                .ifPresent(response::setLanguage);
    }

    /**
     * Stamps version, language and wording, gives shared answers to every part of a form, and replaces scores that the client had computed otherwise. An
     * adaptive form becomes a response to the instrument whose items it asked.
     *
     * @param before the stored response that this one replaces, or null
     * @param accepted the languages that its sender reads
     * @return which scores were replaced
     */
    public List<ClientScores.Difference> complete(
            QuestionnaireResponse response,
            @Nullable QuestionnaireResponse before,
            Instrument instrument,
            AcceptedLanguages accepted) {
        if (AdaptiveForms.isForm(response)) {
            AdaptiveForms.settle(response, instrument);
        }
        stampLanguage(response, before, instrument, accepted);
        stampWording(response, instrument.wording());
        return putScores(response, instrument);
    }

    /** The same for a response that was stamped before: leaves alone with which wording it was asked. */
    public List<ClientScores.Difference> putScores(QuestionnaireResponse response, Instrument instrument) {
        response.setQuestionnaire(instrument.canonical().toString());
        SharedAnswers.fill(instrument, response);
        return ResponseRules.isComplete(response)
                ? ClientScores.replace(instrument, response, calculator.calculate(instrument, response))
                : List.of();
    }
}
