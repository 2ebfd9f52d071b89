package nl.meerwaarde.adaptive;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.instrument.ItemBank;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Resource;

/** Adaptive forms as responses carry them: a contained Questionnaire that is derived from an adaptive instrument stored here. */
public final class AdaptiveForms {
    private static final String QUESTIONNAIRE = "QuestionnaireResponse.questionnaire";
    private static final String DEFAULT_ID = "form";

    private final InstrumentCatalogue instruments;

    public AdaptiveForms(InstrumentCatalogue instruments) {
        this.instruments = instruments;
    }

    /** The form of a response, or everything that is wrong with it. */
    public sealed interface Reading {
        /** The stored instrument that the form is derived from; empty when there is none, or it is not adaptive. */
        Optional<Instrument> known();

        /** The form agrees with the stored instrument. */
        record Usable(AdaptiveForm form) implements Reading {
            @Override
            public Optional<Instrument> known() {
                return Optional.of(form.instrument());
            }
        }

        /** It does not, for all these reasons. */
        record Refused(List<Problem> problems, Optional<Instrument> known) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Whether a response carries the form it answers. */
    public static boolean isForm(QuestionnaireResponse response) {
        return response.hasQuestionnaire() && response.getQuestionnaire().startsWith("#");
    }

    /** Reads the form that a response carries. A response that names the adaptive instrument itself is one that was asked what it answers. */
    public Reading read(QuestionnaireResponse response) {
        if (!response.hasQuestionnaire()) {
            return refused(ProblemCode.QUESTIONNAIRE_MISSING, QUESTIONNAIRE, "questionnaire-missing");
        }
        if (!isForm(response)) {
            CanonicalReference canonical = CanonicalReference.parse(response.getQuestionnaire());
            return instrument(
                    canonical,
                    QUESTIONNAIRE,
                    instrument -> new Reading.Usable(new AdaptiveForm(
                            instrument, DEFAULT_ID, answered(requireNonNull(instrument.bank()), response), response)));
        }
        int place = place(response);
        if (place < 0) {
            return refused(
                    ProblemCode.UNKNOWN_QUESTIONNAIRE,
                    QUESTIONNAIRE,
                    "unknown-questionnaire.not-contained",
                    response.getQuestionnaire());
        }
        Questionnaire form = (Questionnaire) response.getContained().get(place);
        String path = "QuestionnaireResponse.contained[" + place + "]";
        if (form.getDerivedFrom().size() != 1) {
            return refused(ProblemCode.UNKNOWN_QUESTIONNAIRE, QUESTIONNAIRE, "unknown-questionnaire.contained");
        }
        CanonicalReference canonical =
                CanonicalReference.parse(form.getDerivedFrom().get(0).getValue());
        return instrument(
                canonical,
                path + ".derivedFrom[0]",
                instrument -> new FormCheck(instrument, form, path, response).reading());
    }

    private Reading instrument(CanonicalReference canonical, String path, Function<Instrument, Reading> read) {
        Optional<Instrument> instrument = instruments.find(canonical);
        if (instrument.isEmpty()) {
            return new Reading.Refused(List.of(instruments.missing(canonical, path)), Optional.empty());
        }
        return instrument.get().bank() == null
                ? refused(
                        ProblemCode.NOT_ADAPTIVE,
                        path,
                        "not-adaptive",
                        instrument.get().canonical())
                : read.apply(instrument.get());
    }

    private static List<String> answered(ItemBank bank, QuestionnaireResponse response) {
        return response.getItem().stream()
                .map(QuestionnaireResponseItemComponent::getLinkId)
                .filter(linkId -> bank.item(linkId).isPresent())
                .distinct()
                .toList();
    }

    private static int place(QuestionnaireResponse response) {
        String id = response.getQuestionnaire().substring(1);
        for (int i = 0; i < response.getContained().size(); i++) {
            if (response.getContained().get(i) instanceof Questionnaire form && id.equals(idOf(form))) {
                return i;
            }
        }
        return -1;
    }

    /** Parsers differ in whether the id of a contained resource keeps its {@code #}. */
    static String idOf(Resource contained) {
        String id = String.valueOf(contained.getIdElement().getIdPart());
        return id.startsWith("#") ? id.substring(1) : id;
    }

    /**
     * Makes a response that carries its form one that answers the stored instrument: the form goes, and the items come into the order of the instrument,
     * as FHIR wants them. Which was asked first is not kept; no score depends on it.
     */
    public static void settle(QuestionnaireResponse response, Instrument instrument) {
        removeForm(response, instrument);
        response.setQuestionnaire(instrument.canonical().toString());
        List<String> order =
                instrument.questions().stream().map(Question::linkId).toList();
        response.getItem().sort(Comparator.comparingInt(item -> order.indexOf(item.getLinkId())));
    }

    /** Takes the form out, with what came along from the stored instrument; what else a response contains is the client's. */
    static void removeForm(QuestionnaireResponse response, Instrument instrument) {
        Set<String> ofInstrument = instrument.questionnaire().getContained().stream()
                .map(AdaptiveForms::idOf)
                .collect(Collectors.toSet());
        String form = isForm(response) ? response.getQuestionnaire().substring(1) : "";
        response.getContained()
                .removeIf(resource -> form.equals(idOf(resource)) && resource instanceof Questionnaire
                        || ofInstrument.contains(idOf(resource)));
    }

    private static Reading refused(ProblemCode code, String path, String key, Object... arguments) {
        return new Reading.Refused(
                List.of(new Problem(code, path, Sentence.beside(AdaptiveForms.class, key, arguments))),
                Optional.empty());
    }
}
