package nl.meerwaarde.casemix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.ClaimedProfiles;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a Library of the profile {@code case-mix-model-definition}, with everything that is wrong with it. */
public final class CaseMixModelReader {
    /** Numbers beyond are no coefficients, and would not fit where expectations are kept. */
    private static final BigDecimal LARGEST = new BigDecimal("1e9");

    private static final int MOST_POWER = 5;

    /** A hundred years. */
    private static final int MOST_DAYS = 36_525;

    private final Library library;
    private final List<Problem> problems = new ArrayList<>();

    private CaseMixModelReader(Library library) {
        this.library = library;
    }

    /** A model, or why it is none. */
    public sealed interface Reading {
        /** It may lack numbers as long as it is not active. */
        record Usable(CaseMixModel model) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    /** Whether a Library means to be a case-mix model. */
    public static boolean isModel(Library library) {
        return ClaimedProfiles.include(library, Profiles.CASE_MIX_MODEL)
                || library.hasExtension(Extensions.CASE_MIX_EQUATION);
    }

    /** Reads a Library that means to be a case-mix model. */
    public static Reading read(Library library) {
        return new CaseMixModelReader(library).read();
    }

    private Reading read() {
        boolean active = library.getStatus() == PublicationStatus.ACTIVE;
        if (isBlank(library.getUrl()) || isBlank(library.getVersion())) {
            problem(
                    "Library.url",
                    "A case-mix model needs an address and a version, under which its expectations are kept.");
        } else if (library.getUrl().contains("|") || library.getVersion().contains("|")) {
            problem("Library.url", "Address and version may not hold a bar.");
        }
        Optional<CanonicalReference> pathway = pathway();
        Optional<CaseMixModel.Kind> kind = kind();
        Optional<Code> score = code(Extensions.SCORE);
        Optional<Code> event = code(Extensions.PREDICTED_EVENT);
        String share = ExtensionLookup.text(library.getExtension(), Extensions.STATISTIC)
                .orElse(null);
        int days = days();
        checkOutcome(kind, score, event, share, days);
        Optional<String> moment = moment();
        List<Covariate> covariates = covariates(score.orElse(null), active);
        List<Term> terms = terms(covariates, active);
        BigDecimal intercept = intercept(active);
        if (active
                && ExtensionLookup.first(library.getExtension(), Extensions.FITTED_ON)
                        .isEmpty()) {
            problem(extension(Extensions.FITTED_ON), "An active model must say on what it was fitted.");
        }
        if (!problems.isEmpty()) {
            return new Reading.Refused(List.copyOf(problems));
        }
        return new Reading.Usable(new CaseMixModel(
                new CanonicalReference(library.getUrl(), library.getVersion()),
                library.getIdElement().getIdPart(),
                active,
                pathway.orElseThrow(),
                kind.orElseThrow(),
                score.orElse(null),
                event.orElse(null),
                share,
                days,
                moment.orElseThrow(),
                intercept,
                covariates,
                terms));
    }

    private Optional<CanonicalReference> pathway() {
        Type value = value(library.getExtension(), Extensions.PATHWAY);
        if (value instanceof CanonicalType canonical && canonical.hasValue()) {
            return Optional.of(CanonicalReference.parse(canonical.getValue()));
        }
        problem(extension(Extensions.PATHWAY), "The model must name the pathway whose episodes it is about.");
        return Optional.empty();
    }

    private Optional<CaseMixModel.Kind> kind() {
        Optional<String> code = ExtensionLookup.first(library.getExtension(), Extensions.CASE_MIX_EQUATION)
                .flatMap(equation -> ExtensionLookup.text(equation.getExtension(), "kind"));
        for (CaseMixModel.Kind kind : CaseMixModel.Kind.values()) {
            if (code.filter(kind.code()::equals).isPresent()) {
                return Optional.of(kind);
            }
        }
        problem(extension(Extensions.CASE_MIX_EQUATION), "The equation must be of the kind linear or logistic.");
        return Optional.empty();
    }

    private int days() {
        return value(library.getExtension(), Extensions.WITHIN_DAYS) instanceof PositiveIntType days && days.hasValue()
                ? days.getValue()
                : 0;
    }

    private void checkOutcome(
            Optional<CaseMixModel.Kind> kind,
            Optional<Code> score,
            Optional<Code> event,
            @Nullable String share,
            int days) {
        boolean ofTime = CaseMixModel.TREATED_WITHIN_DAYS.equals(share);
        if (score.isEmpty() && event.isEmpty() && !ofTime) {
            problem(extension(Extensions.SCORE), "The model must name the score or the event it predicts.");
        }
        if (event.isPresent() && kind.filter(CaseMixModel.Kind.LINEAR::equals).isPresent()) {
            problem(extension(Extensions.PREDICTED_EVENT), "A linear model predicts a score, not an event.");
        }
        if (share != null) {
            checkShare(kind, event, share);
        }
        if (ofTime && days == 0) {
            problem(extension(Extensions.WITHIN_DAYS), "The model must say within how many days.");
        }
        if (days > MOST_DAYS) {
            problem(extension(Extensions.WITHIN_DAYS), "A model predicts for " + MOST_DAYS + " days at most.");
        }
        if (days > 0 && !ofTime && event.isEmpty()) {
            problem(extension(Extensions.WITHIN_DAYS), "Only an event or a treatment comes within so many days.");
        }
    }

    private void checkShare(Optional<CaseMixModel.Kind> kind, Optional<Code> event, String share) {
        if (kind.filter(CaseMixModel.Kind.LINEAR::equals).isPresent()) {
            problem(extension(Extensions.STATISTIC), "A linear model predicts a score, not a share.");
        }
        if (event.isPresent()
                || !CaseMixModel.SHARES_OF_SCORED.contains(share) && !share.equals(CaseMixModel.TREATED_WITHIN_DAYS)) {
            problem(
                    extension(Extensions.STATISTIC),
                    "A logistic model predicts improved-any, beyond-measurement-error, reached-mic, top-score or treated-within-days; an event is named by predicted-event.");
        }
    }

    private Optional<String> moment() {
        if (value(library.getExtension(), Extensions.MEASUREMENT_MOMENT) instanceof Coding coding
                && coding.hasCode()
                && !coding.getCode().equals(Pathway.BASELINE)) {
            return Optional.of(coding.getCode());
        }
        problem(
                extension(Extensions.MEASUREMENT_MOMENT),
                "The model must name the moment after the index event that it predicts for.");
        return Optional.empty();
    }

    private @Nullable BigDecimal intercept(boolean active) {
        BigDecimal intercept = ExtensionLookup.first(library.getExtension(), Extensions.CASE_MIX_EQUATION)
                .flatMap(equation -> number(equation, "intercept", extension(Extensions.CASE_MIX_EQUATION)))
                .orElse(null);
        if (active && intercept == null) {
            problem(extension(Extensions.CASE_MIX_EQUATION), "An active model needs its intercept.");
        }
        return intercept;
    }

    private List<Covariate> covariates(@Nullable Code score, boolean active) {
        Map<String, Covariate> byName = new LinkedHashMap<>();
        Map<String, Set<String>> categories = categoriesOfTerms();
        List<Extension> given = all(Extensions.CASE_MIX_COVARIATE);
        for (int i = 0; i < given.size(); i++) {
            String path = path(Extensions.CASE_MIX_COVARIATE, i);
            covariate(given.get(i), path, score, categories, active).ifPresent(covariate -> {
                if (byName.put(covariate.name(), covariate) != null) {
                    problem(path, "Two covariates are called " + covariate.name() + ".");
                }
            });
        }
        return List.copyOf(byName.values());
    }

    /** The categories that terms are about, by covariate; "missing" is none of them. */
    private Map<String, Set<String>> categoriesOfTerms() {
        Map<String, Set<String>> categories = new HashMap<>();
        for (Extension term : all(Extensions.CASE_MIX_TERM)) {
            Optional<String> category = text(term, "category").filter(text -> !text.equals(Term.MISSING));
            category.ifPresent(text -> categories
                    .computeIfAbsent(text(term, "covariate").orElse(""), name -> new HashSet<>())
                    .add(text));
        }
        return categories;
    }

    private Optional<Covariate> covariate(
            Extension given,
            String path,
            @Nullable Code score,
            Map<String, Set<String>> categoriesOfTerms,
            boolean active) {
        Optional<String> name = text(given, "name");
        Optional<Covariate.Variable> variable = text(given, "variable").flatMap(Covariate.Variable::of);
        if (name.isEmpty()) {
            problem(path, "A covariate needs a name.");
        }
        if (variable.isEmpty()) {
            problem(path, "A covariate must be age, age-band, sex, score-before or conditions.");
        }
        if (name.isEmpty() || variable.isEmpty()) {
            return Optional.empty();
        }
        Covariate.Variable known = variable.get();
        Covariate.Missing missing = missing(given, path, known);
        BigDecimal imputed = number(given, "imputed", path).orElse(null);
        if (missing == Covariate.Missing.MEAN && (known.isCategorical() || active && imputed == null)) {
            problem(path, "Only a number can be replaced by a mean, and an active model names that mean.");
        }
        Set<String> categories = new HashSet<>(categoriesOfTerms.getOrDefault(name.get(), Set.of()));
        if (known.isCategorical()) {
            text(given, "reference")
                    .filter(reference -> !reference.equals(Term.MISSING) && categories.add(reference))
                    .ifPresentOrElse(
                            reference -> {},
                            () -> problem(
                                    path, "A categorical covariate needs a reference: the category that has no term."));
        }
        return Optional.of(new Covariate(
                name.get(),
                known,
                known == Covariate.Variable.SCORE_BEFORE ? scoreBefore(given, path, score) : null,
                known == Covariate.Variable.CONDITIONS ? conditions(given, path) : List.of(),
                categories,
                missing,
                imputed));
    }

    private Covariate.Missing missing(Extension given, String path, Covariate.Variable variable) {
        Optional<Covariate.Missing> missing = text(given, "missing").flatMap(Covariate.Missing::of);
        if (missing.isEmpty() && variable != Covariate.Variable.CONDITIONS) {
            problem(path, "A covariate must say what happens without it: own-category, mean or no-expectation.");
        }
        if (missing.isPresent() && variable == Covariate.Variable.CONDITIONS) {
            problem(path, "Conditions are never missing: what is not recorded is not there.");
        }
        return missing.orElse(Covariate.Missing.NO_EXPECTATION);
    }

    /** The model's own score, unless the covariate names another. */
    private @Nullable Code scoreBefore(Extension given, String path, @Nullable Code own) {
        Code score = value(given.getExtension(), "score") instanceof Coding coding
                ? Code.of(coding).orElse(null)
                : own;
        if (score == null) {
            problem(path, "The covariate must name its score, because the model has none.");
        }
        return score;
    }

    private List<Set<Code>> conditions(Extension given, String path) {
        List<Set<Code>> conditions = given.getExtension().stream()
                .filter(part -> "condition".equals(part.getUrl()))
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .<Set<Code>>map(concept -> new LinkedHashSet<>(Code.of((CodeableConcept) concept)))
                .toList();
        if (conditions.isEmpty() || conditions.stream().anyMatch(Set::isEmpty)) {
            problem(path, "The covariate must name the conditions it counts, each with a code.");
        }
        return conditions;
    }

    private List<Term> terms(List<Covariate> covariates, boolean active) {
        Map<String, Covariate> byName = new HashMap<>();
        covariates.forEach(covariate -> byName.put(covariate.name(), covariate));
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Extension> given = all(Extensions.CASE_MIX_TERM);
        for (int i = 0; i < given.size(); i++) {
            String path = path(Extensions.CASE_MIX_TERM, i);
            Term term = term(given.get(i), path);
            Covariate covariate = byName.get(term.covariate());
            if (covariate == null) {
                problem(path, "The term must name one of the model's covariates.");
                continue;
            }
            if (active && term.coefficient() == null) {
                problem(path, "Every term of an active model needs its coefficient.");
            }
            checkKind(term, covariate, path);
            if (!seen.add(term.with(BigDecimal.ZERO).toString())) {
                problem(path, "The term " + term.label() + " stands there twice.");
            }
            terms.add(term);
        }
        covariates.forEach(covariate -> checkTerms(covariate, terms));
        return terms;
    }

    private Term term(Extension given, String path) {
        BigDecimal unit = number(given, "unit", path).orElse(BigDecimal.ONE);
        if (unit.signum() <= 0) {
            problem(path, "The unit must be greater than zero.");
            unit = BigDecimal.ONE;
        }
        int power = value(given.getExtension(), "power") instanceof IntegerType integer && integer.hasValue()
                ? integer.getValue()
                : 1;
        if (power < 1 || power > MOST_POWER) {
            problem(path, "The power must be 1 to " + MOST_POWER + ".");
            power = 1;
        }
        return new Term(
                text(given, "covariate").orElse(""),
                text(given, "category").orElse(null),
                number(given, "centre", path)
                        .map(BigDecimal::stripTrailingZeros)
                        .orElse(BigDecimal.ZERO),
                unit.stripTrailingZeros(),
                power,
                number(given, "coefficient", path).orElse(null));
    }

    private void checkKind(Term term, Covariate covariate, String path) {
        boolean ofMissing = Term.MISSING.equals(term.category());
        if (ofMissing && covariate.missing() != Covariate.Missing.OWN_CATEGORY) {
            problem(path, "Only a covariate that is missing as a category of its own has a term for it.");
        }
        if (!ofMissing && covariate.variable().isCategorical() != (term.category() != null)) {
            problem(path, "A term has a category when its covariate has categories, and none when it is a number.");
        }
    }

    private void checkTerms(Covariate covariate, List<Term> terms) {
        String path = extension(Extensions.CASE_MIX_COVARIATE);
        List<Term> own = terms.stream()
                .filter(term -> term.covariate().equals(covariate.name()))
                .toList();
        if (own.stream().allMatch(term -> Term.MISSING.equals(term.category()))) {
            problem(path, "The covariate " + covariate.name() + " needs a term.");
        }
        if (covariate.missing() == Covariate.Missing.OWN_CATEGORY
                && own.stream().noneMatch(term -> Term.MISSING.equals(term.category()))) {
            problem(path, "The covariate " + covariate.name() + " needs a term for the category missing.");
        }
    }

    private Optional<BigDecimal> number(Extension complex, String part, String path) {
        if (!(value(complex.getExtension(), part) instanceof DecimalType decimal) || !decimal.hasValue()) {
            return Optional.empty();
        }
        if (decimal.getValue().abs().compareTo(LARGEST) >= 0) {
            problem(path, "The number '" + part + "' is too large.");
            return Optional.empty();
        }
        return Optional.of(decimal.getValue());
    }

    private Optional<Code> code(String url) {
        return value(library.getExtension(), url) instanceof Coding coding ? Code.of(coding) : Optional.empty();
    }

    private List<Extension> all(String url) {
        return library.getExtension().stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .toList();
    }

    private static Optional<String> text(Extension complex, String part) {
        return ExtensionLookup.text(complex.getExtension(), part).filter(text -> !text.isBlank());
    }

    private static @Nullable Type value(List<Extension> extensions, String url) {
        return ExtensionLookup.value(extensions, url).orElse(null);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String extension(String url) {
        return "Library.extension('" + url + "')";
    }

    private static String path(String url, int i) {
        return extension(url) + "[" + i + "]";
    }

    private void problem(String path, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_DEFINITION, path, sentence));
    }
}
