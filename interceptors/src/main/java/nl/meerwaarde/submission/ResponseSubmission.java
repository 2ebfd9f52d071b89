package nl.meerwaarde.submission;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.response.ResponseRules;
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
    private final WordingPolicy wording;

    public ResponseSubmission(
            InstrumentCatalogue instruments, ResponseRules rules, ScoreCalculator calculator, WordingPolicy wording) {
        this.wording = wording;
        this.instruments = instruments;
        this.rules = rules;
        this.calculator = calculator;
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
        if (response.getQuestionnaire().startsWith("#")) {
            return refused(ProblemCode.UNKNOWN_QUESTIONNAIRE, "unknown-questionnaire.contained");
        }
        CanonicalReference canonical = canonical(response, before);
        Optional<Instrument> instrument = instruments.find(canonical);
        if (instrument.isEmpty()) {
            return new Verdict.Refused(List.of(unknown(canonical, PATH)), null);
        }
        Optional<Problem> missingWording = missingWording(instrument.get(), PATH);
        if (missingWording.isPresent()) {
            return new Verdict.Refused(List.of(missingWording.get()), instrument.get());
        }
        List<Problem> problems = rules.check(instrument.get(), response);
        return problems.isEmpty()
                ? new Verdict.Accepted(instrument.get())
                : new Verdict.Refused(problems, instrument.get());
    }

    /**
     * Why patients may not be asked with an instrument yet; empty when they may.
     *
     * @param path the element or parameter that names the instrument
     */
    public Optional<Problem> missingWording(Instrument instrument, String path) {
        return wording == WordingPolicy.REQUIRED && instrument.wording().isMissing()
                ? Optional.of(problem(ProblemCode.WORDING_MISSING, path, "wording-missing", instrument.canonical()))
                : Optional.empty();
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

    /**
     * Why there is no instrument at a canonical.
     *
     * @param path the element or parameter that names it
     */
    public Problem unknown(CanonicalReference canonical, String path) {
        List<String> versions = instruments.versions(canonical.url());
        return versions.isEmpty()
                ? problem(ProblemCode.UNKNOWN_QUESTIONNAIRE, path, "unknown-questionnaire", canonical.url())
                : problem(
                        ProblemCode.UNKNOWN_QUESTIONNAIRE_VERSION,
                        path,
                        "unknown-questionnaire-version",
                        String.valueOf(canonical.version()),
                        canonical.url(),
                        String.join(", ", versions));
    }

    private static Verdict refused(ProblemCode code, String key) {
        return new Verdict.Refused(List.of(problem(code, PATH, key)), null);
    }

    private static Problem problem(ProblemCode code, String path, String key, Object... arguments) {
        return new Problem(code, path, Sentence.beside(ResponseSubmission.class, key, arguments));
    }

    /** The instrument that a response most likely answers when this server does not have the version it names: the newest at that address. */
    public Optional<Instrument> closest(QuestionnaireResponse response) {
        return response.hasQuestionnaire() && !response.getQuestionnaire().startsWith("#")
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
     * Stamps version, language and wording, and replaces scores that the client had computed otherwise.
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
        stampLanguage(response, before, instrument, accepted);
        stampWording(response, instrument.wording());
        return putScores(response, instrument);
    }

    /** Stamps the version and replaces scores that were computed otherwise, but leaves alone with which wording was asked; says which. */
    public List<ClientScores.Difference> putScores(QuestionnaireResponse response, Instrument instrument) {
        response.setQuestionnaire(instrument.canonical().toString());
        return ResponseRules.isComplete(response)
                ? ClientScores.replace(instrument, response, calculator.calculate(instrument, response))
                : List.of();
    }
}
