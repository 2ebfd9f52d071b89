package nl.meerwaarde.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;

/**
 * Everything that is wrong with one shared decision. While it is discussed, what is there must be right; once it is taken, nothing may lack either. A decision
 * that was entered in error is left alone.
 */
final class DecisionCheck {
    private final SharedDecision decision;
    private final CarePlan plan;
    private final Surroundings surroundings;
    private final List<Problem> problems = new ArrayList<>();

    DecisionCheck(SharedDecision decision, Surroundings surroundings) {
        this.decision = decision;
        this.plan = decision.plan();
        this.surroundings = surroundings;
    }

    List<Problem> problems() {
        if (plan.getStatus() != CarePlanStatus.ENTEREDINERROR) {
            place();
            options();
            choice();
            agreement();
            participants();
            understanding();
            declinedWishes();
            multidisciplinaryProposal();
        }
        return List.copyOf(problems);
    }

    private void problem(ProblemCode code, String path, String key, Object... arguments) {
        problems.add(new Problem(code, path, Sentence.beside(DecisionCheck.class, key, arguments)));
    }

    private void place() {
        if (plan.getPartOf().size() != 1
                || !surroundings.episodes().contains(SharedDecision.reference(plan.getPartOfFirstRep()))) {
            problem(ProblemCode.NOT_THE_PATIENTS, "CarePlan.partOf", "episode");
        }
        if (plan.hasInstantiatesCanonical()) {
            problem(ProblemCode.DECISION_INCOMPLETE, "CarePlan.instantiatesCanonical", "pathway");
        }
        if (!plan.hasAddresses()) {
            problem(ProblemCode.DECISION_INCOMPLETE, "CarePlan.addresses", "condition-missing");
        }
        for (int i = 0; i < plan.getAddresses().size(); i++) {
            if (!surroundings
                    .conditions()
                    .contains(SharedDecision.reference(plan.getAddresses().get(i)))) {
                problem(ProblemCode.NOT_THE_PATIENTS, "CarePlan.addresses[" + i + "]", "condition");
            }
        }
    }

    private void options() {
        List<CarePlanActivityComponent> options = plan.getActivity();
        if (options.size() < 2) {
            problem(ProblemCode.DECISION_INCOMPLETE, "CarePlan.activity", "options");
        }
        for (int i = 0; i < options.size(); i++) {
            option(options.get(i), "CarePlan.activity[" + i + "]");
            for (int j = 0; j < i; j++) {
                if (isSame(options.get(i), options.get(j))) {
                    problem(ProblemCode.DUPLICATE_OPTION, "CarePlan.activity[" + i + "]", "duplicate", j);
                    break;
                }
            }
        }
    }

    private void option(CarePlanActivityComponent option, String path) {
        CodeableConcept code = option.getDetail().getCode();
        if (!code.hasCoding() && !code.hasText()) {
            problem(ProblemCode.DECISION_INCOMPLETE, path + ".detail.code", "option-code");
        }
        for (int i = 0; i < option.getExtension().size(); i++) {
            Extension extension = option.getExtension().get(i);
            String place = path + ".extension[" + i + "]";
            switch (String.valueOf(extension.getUrl())) {
                case Extensions.OFF_GUIDELINE -> {
                    if (lacks(extension, "deviation") || lacks(extension, "reason")) {
                        problem(ProblemCode.REASON_MISSING, place, "deviation");
                    }
                }
                case Extensions.OPTION_DISCUSSED -> {
                    if (lacks(extension, "aspect") || lacks(extension, "text") && lacks(extension, "aid")) {
                        problem(ProblemCode.DECISION_INCOMPLETE, place, "discussed");
                    }
                }
                case Extensions.OPTION_PART -> {
                    if (lacks(extension, "part") || lacks(extension, "value")) {
                        problem(ProblemCode.DECISION_INCOMPLETE, place, "part");
                    }
                }
                default -> {}
            }
        }
    }

    /** Whether a part is missing or says nothing. */
    private static boolean lacks(Extension complex, String part) {
        return ExtensionLookup.value(complex.getExtension(), part)
                .filter(value -> !value.isEmpty())
                .filter(value -> !value.isPrimitive()
                        || !String.valueOf(value.primitiveValue()).isBlank())
                .isEmpty();
    }

    /** The same treatment in another dose or at another place is another option. */
    private static boolean isSame(CarePlanActivityComponent one, CarePlanActivityComponent other) {
        CodeableConcept code = one.getDetail().getCode();
        CodeableConcept otherCode = other.getDetail().getCode();
        boolean told = code.hasText() && otherCode.hasText() && !code.getText().equals(otherCode.getText());
        return SharedDecision.isSame(code, otherCode) && !told && Base.compareDeep(parts(one), parts(other), true);
    }

    private static List<Extension> parts(CarePlanActivityComponent option) {
        return option.getExtension().stream()
                .filter(extension -> Extensions.OPTION_PART.equals(extension.getUrl()))
                .toList();
    }

    private void choice() {
        Optional<CodeableConcept> choice = decision.choice();
        if (choice.isEmpty()) {
            if (decision.isDecided()) {
                problem(ProblemCode.DECISION_INCOMPLETE, "CarePlan.extension", "choice-missing");
            }
            return;
        }
        List<CarePlanActivityComponent> chosen = decision.options(choice.get());
        if (chosen.size() != 1) {
            problem(ProblemCode.CHOICE_NOT_CONSIDERED, "CarePlan.extension", "choice");
        } else if (decision.isDecided()) {
            decided(chosen.get(0));
        }
    }

    private void decided(CarePlanActivityComponent chosen) {
        for (String aspect : List.of("benefit", "harm")) {
            if (!discussed(chosen).contains(aspect)) {
                problem(
                        ProblemCode.DECISION_INCOMPLETE,
                        "CarePlan.activity[" + plan.getActivity().indexOf(chosen) + "]",
                        "discussed-missing",
                        aspect);
            }
        }
        for (int i = 0; i < plan.getActivity().size(); i++) {
            CarePlanActivityComponent option = plan.getActivity().get(i);
            boolean cancelled = option.getDetail().getStatus() == CarePlanActivityStatus.CANCELLED;
            if (cancelled == (option == chosen)) {
                problem(
                        ProblemCode.DECISION_INCOMPLETE,
                        "CarePlan.activity[" + i + "].detail.status",
                        cancelled ? "chosen-cancelled" : "not-cancelled");
            }
        }
    }

    private static List<String> discussed(CarePlanActivityComponent option) {
        return option.getExtension().stream()
                .filter(extension -> Extensions.OPTION_DISCUSSED.equals(extension.getUrl()))
                .map(extension -> ExtensionLookup.text(extension.getExtension(), "aspect"))
                .flatMap(Optional::stream)
                .toList();
    }

    private void agreement() {
        if (decision.agreement().isEmpty()) {
            if (decision.isDecided()) {
                problem(ProblemCode.AGREEMENT_MISSING, "CarePlan.extension", "agreement-missing");
            }
            return;
        }
        if (decision.agreedOn().isEmpty()) {
            problem(ProblemCode.AGREEMENT_MISSING, "CarePlan.extension", "agreement-date");
        }
        if (decision.agreedBy().filter(this::speaksForThePatient).isEmpty()) {
            problem(ProblemCode.NOT_THE_PATIENTS, "CarePlan.extension", "agreement-by");
        }
        decision.agreedOn()
                .filter(agreed -> surroundings.treatments().stream().anyMatch(agreed::isSurelyAfter))
                .ifPresent(agreed ->
                        problem(ProblemCode.TREATMENT_BEFORE_AGREEMENT, "CarePlan.extension", "treatment-earlier"));
    }

    private boolean speaksForThePatient(Reference person) {
        String reference = SharedDecision.reference(person);
        return reference.equals(decision.subject())
                || reference.startsWith("RelatedPerson/")
                        && surroundings.participants().contains(reference);
    }

    private void participants() {
        for (int i = 0; i < plan.getContributor().size(); i++) {
            String person = SharedDecision.reference(plan.getContributor().get(i));
            if (!person.equals(decision.subject())
                    && !surroundings.participants().contains(person)) {
                problem(ProblemCode.NOT_IN_TEAM, "CarePlan.contributor[" + i + "]", "participant");
            }
        }
        if (decision.isDecided() && plan.getContributor().stream().noneMatch(this::speaksForThePatient)) {
            problem(ProblemCode.DECISION_INCOMPLETE, "CarePlan.contributor", "patient-missing");
        }
    }

    /** Understanding is what the patient says it is, and what a clinician makes of that; a tick is neither. */
    private void understanding() {
        decision.extensions(Extensions.PATIENT_UNDERSTANDING)
                .filter(understanding -> lacks(understanding, "words") || lacks(understanding, "judgement"))
                .forEach(understanding ->
                        problem(ProblemCode.DECISION_INCOMPLETE, path(understanding), "understanding"));
    }

    private void declinedWishes() {
        decision.extensions(Extensions.DECLINED_WISH)
                .filter(wish -> lacks(wish, "wish") || lacks(wish, "reason"))
                .forEach(wish -> problem(ProblemCode.REASON_MISSING, path(wish), "declined-wish"));
    }

    private void multidisciplinaryProposal() {
        decision.extensions(Extensions.MULTIDISCIPLINARY_PROPOSAL).forEach(proposal -> {
            Optional<CodeableConcept> option =
                    SharedDecision.value(proposal.getExtension(), "option", CodeableConcept.class);
            if (lacks(proposal, "date")) {
                problem(ProblemCode.DECISION_INCOMPLETE, path(proposal), "proposal-date");
            }
            if (option.map(decision::options)
                    .filter(options -> options.size() == 1)
                    .isEmpty()) {
                problem(ProblemCode.CHOICE_NOT_CONSIDERED, path(proposal), "proposal");
            }
        });
    }

    private String path(Extension extension) {
        return "CarePlan.extension[" + plan.getExtension().indexOf(extension) + "]";
    }
}
