package nl.meerwaarde.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Makes the Observation of a score: who, what, when, how, and from which answers. */
public final class ScoreObservations {
    /** Namespace of computed ids: UUIDv5 of the canonical base as a URL. */
    public static final UUID NAMESPACE =
            Fingerprint.uuid5(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), Canonicals.BASE);

    /** Passed on from the response, so that a score says how it was asked. */
    private static final List<String> CARRIED_OVER = List.of(
            Canonicals.Extensions.RESPONDENT,
            Canonicals.Extensions.ANSWER_MODE,
            Canonicals.Extensions.LATERALITY,
            Canonicals.Extensions.MEASUREMENT_MOMENT,
            Canonicals.Extensions.WORDING_VERSION);

    private ScoreObservations() {}

    /** The id that the Observation of this score of this response has, always. */
    public static String idOf(String responseId, Code score) {
        return Fingerprint.uuid5(NAMESPACE, responseId + "|" + score.key()).toString();
    }

    /** Whether an Observation is one of those this server derives. */
    public static boolean isDerived(Observation observation) {
        return observation.getIdentifier().stream()
                .anyMatch(identifier -> Canonicals.Identifiers.DERIVED_SCORE.equals(identifier.getSystem()));
    }

    /**
     * The Observation of one score.
     *
     * @param response the stored response, with its id
     * @param instrument address and version of the Questionnaire the score was computed with
     * @param standardError the score's standard error, or null when the instrument gives none
     * @param definition what the number means, or null when the instrument came without
     */
    public static Observation observation(
            QuestionnaireResponse response,
            CanonicalReference instrument,
            ScoreResult result,
            @Nullable BigDecimal standardError,
            @Nullable ScoreDefinition definition) {
        String responseId = response.getIdElement().getIdPart();
        Code code = result.rule().code();
        Observation observation = new Observation();
        observation.setId(idOf(responseId, code));
        observation.getMeta().addProfile(Canonicals.Profiles.SCORE_OBSERVATION);
        observation
                .addIdentifier()
                .setSystem(Canonicals.Identifiers.DERIVED_SCORE)
                .setValue(responseId + "|" + code.code());
        observation.setStatus(status(response));
        observation.addCategory(survey());
        observation.getCode().addCoding(code.coding().setDisplay(result.rule().label()));
        if (definition != null) {
            definition.otherCodes().forEach(other -> observation.getCode().addCoding(other.copy()));
        }
        observation.setSubject(new Reference(response.getSubject()
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue()));
        observation.setEffective(response.getAuthoredElement().copy());
        observation.addPerformer(performer(response));
        observation.addDerivedFrom(new Reference("QuestionnaireResponse/" + responseId));
        observation.addExtension(Canonicals.Extensions.INSTRUMENT, new CanonicalType(instrument.toString()));
        carryOver(response, observation);
        setValue(observation, result, definition);
        if (standardError != null) {
            observation.addExtension(Canonicals.Extensions.STANDARD_ERROR, new DecimalType(standardError));
        }
        return observation;
    }

    /** The status of what is observed by a response of this status. */
    public static ObservationStatus status(QuestionnaireResponse response) {
        QuestionnaireResponseStatus status = response.getStatus();
        return status == QuestionnaireResponseStatus.ENTEREDINERROR
                ? ObservationStatus.ENTEREDINERROR
                : status == QuestionnaireResponseStatus.AMENDED ? ObservationStatus.AMENDED : ObservationStatus.FINAL;
    }

    private static CodeableConcept survey() {
        return new CodeableConcept(new Coding(Canonicals.ExternalCodeSystems.OBSERVATION_CATEGORY, "survey", "Survey"));
    }

    private static Reference performer(QuestionnaireResponse response) {
        Reference source = response.hasSource() ? response.getSource() : response.getSubject();
        return new Reference(
                source.getReferenceElement().toUnqualifiedVersionless().getValue());
    }

    /** Says on an Observation how its response was asked: by whom, how, about which side, at which moment, in which language. */
    public static void carryOver(QuestionnaireResponse response, Observation observation) {
        for (String url : CARRIED_OVER) {
            ExtensionLookup.first(response.getExtension(), url)
                    .map(Extension::copy)
                    .ifPresent(observation::addExtension);
        }
        response.getMeta().getSecurity().stream()
                .map(Coding::copy)
                .forEach(observation.getMeta().getSecurity()::add);
        if (response.hasLanguage()) {
            observation.setLanguage(response.getLanguage());
        }
    }

    private static void setValue(Observation observation, ScoreResult result, @Nullable ScoreDefinition definition) {
        if (definition != null && definition.method() != null) {
            observation.setMethod(definition.method().copy());
        }
        if (result instanceof ScoreResult.Calculated calculated) {
            BigDecimal value = rounded(calculated.value(), definition);
            observation.setValue(quantity(value, unit(result, definition)));
            interpret(observation, value, definition);
        } else {
            observation.setDataAbsentReason(new CodeableConcept(
                    new Coding(Canonicals.ExternalCodeSystems.DATA_ABSENT_REASON, "unknown", "Unknown")));
            observation.getDataAbsentReason().setText("Too few answers for a score by the instrument's missing rule");
        }
    }

    /** The value as the publisher gives it: never more decimals than its definition says. */
    public static BigDecimal rounded(BigDecimal value, @Nullable ScoreDefinition definition) {
        BigDecimal stripped = value.stripTrailingZeros();
        Integer decimals = definition == null ? null : definition.decimals();
        BigDecimal result = decimals != null && stripped.scale() > decimals
                ? stripped.setScale(decimals, RoundingMode.HALF_UP)
                : stripped;
        return result.scale() < 0 ? result.setScale(0) : result;
    }

    private static @Nullable Coding unit(ScoreResult result, @Nullable ScoreDefinition definition) {
        return definition != null && definition.unit() != null
                ? definition.unit()
                : result.rule().unit();
    }

    private static Quantity quantity(BigDecimal value, @Nullable Coding unit) {
        Quantity quantity = new Quantity().setValue(value);
        if (unit != null) {
            quantity.setUnit(unit.hasDisplay() ? unit.getDisplay() : unit.getCode())
                    .setSystem(unit.getSystem())
                    .setCode(unit.getCode());
        }
        return quantity;
    }

    private static void interpret(Observation observation, BigDecimal value, @Nullable ScoreDefinition definition) {
        if (definition == null) {
            return;
        }
        for (ScoreDefinition.Band band : definition.bands()) {
            ObservationReferenceRangeComponent range = observation.addReferenceRange();
            range.setText(band.meaning().getText());
            if (band.range().hasLow()) {
                range.setLow(band.range().getLow().copy());
            }
            if (band.range().hasHigh()) {
                range.setHigh(band.range().getHigh().copy());
            }
            if (band.contains(value)) {
                observation.addInterpretation(band.meaning().copy());
            }
        }
        definition
                .references()
                .forEach(reference -> observation
                        .addReferenceRange()
                        .setText(reference.text())
                        .addAppliesTo()
                        .setText(reference.population()));
    }
}
