package nl.meerwaarde.tests.realdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.casemix.AtIndex;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.casemix.Covariate;
import nl.meerwaarde.casemix.Covariate.Missing;
import nl.meerwaarde.casemix.Covariate.Variable;
import nl.meerwaarde.casemix.Term;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fitting.ObservedEpisode;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A case-mix model of the Oxford score after a primary hip or knee replacement, with the covariates that the published records hold: age band, sex, the
 * scores before, twelve comorbidities, the five answers to EQ-5D-3L, and what patients said of their symptoms, earlier surgery, home, disability and of help with the form. The model of
 * NHS England also had deprivation and ethnicity, which were not published.
 *
 * @param joint hip or knee
 */
record NhsCaseMix(NhsOutcome.Joint joint) {
    private static final String SYSTEM = "nhs";
    private static final List<String> COMORBIDITIES = List.of(
            "Heart Disease",
            "High Bp",
            "Stroke",
            "Circulation",
            "Lung Disease",
            "Diabetes",
            "Kidney Disease",
            "Nervous System",
            "Liver Disease",
            "Cancer",
            "Depression",
            "Arthritis");

    /** Single-choice questions, with the answers that have a term; the first answer is the reference, 9 is missing. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "Pre-Op Q Symptom Period", List.of("2", "3", "4", "9"),
            "Pre-Op Q Previous Surgery", List.of("2", "9"),
            "Pre-Op Q Living Arrangements", List.of("2", "4", "9"),
            "Pre-Op Q Disability", List.of("2", "9"),
            "Pre-Op Q Assisted", List.of("2", "9"),
            "Pre-Op Q Mobility", List.of("2", "3"),
            "Pre-Op Q Self-Care", List.of("2", "3"),
            "Pre-Op Q Activity", List.of("2", "3"),
            "Pre-Op Q Discomfort", List.of("2", "3"),
            "Pre-Op Q Anxiety", List.of("2", "3"));

    /** Sex was withheld where age was, so "unknown" is told by the age band already. */
    private static final Code WOMAN = new Code(SYSTEM, "woman");

    private static final Code OXFORD = new Code(SYSTEM, "oxford");
    private static final Code INDEX = new Code(SYSTEM, "eq-5d-index");
    private static final Code VAS = new Code(SYSTEM, "eq-vas");

    /** A record with what NHS England's model expected of it. */
    record Modelled(ObservedEpisode episode, double predicted) {}

    /** The records that NHS England modelled. */
    List<Modelled> records(NhsFiles files) {
        NhsOutcome outcome = new NhsOutcome(joint, false, NhsOutcome.Score.OXFORD);
        List<Modelled> records = new ArrayList<>();
        for (CSVRecord patient : files.records(joint.file())) {
            outcome.modelled(patient)
                    .ifPresent(modelled -> records.add(new Modelled(
                            new ObservedEpisode(
                                    String.valueOf(patient.getRecordNumber()),
                                    modelled.provider(),
                                    atIndex(patient, modelled.before()),
                                    modelled.after().doubleValue()),
                            modelled.expected().doubleValue())));
        }
        return records;
    }

    private static AtIndex atIndex(CSVRecord patient, BigDecimal before) {
        Map<String, BigDecimal> scores = new HashMap<>(Map.of(OXFORD.key(), before));
        number(patient.get("Pre-Op Q EQ5D Index"), "").ifPresent(index -> scores.put(INDEX.key(), index));
        number(patient.get("Pre-Op Q EQ VAS"), "999").ifPresent(vas -> scores.put(VAS.key(), vas));
        Set<String> conditions = new HashSet<>();
        COMORBIDITIES.stream()
                .filter(comorbidity -> patient.get(comorbidity).equals("1"))
                .forEach(comorbidity -> conditions.add(new Code(SYSTEM, comorbidity).key()));
        CHOICES.keySet()
                .forEach(question ->
                        conditions.add(answer(question, patient.get(question)).key()));
        if (patient.get("Gender").equals("2")) {
            conditions.add(WOMAN.key());
        }
        return new AtIndex(null, known(patient.get("Age Band")), null, scores, conditions);
    }

    private static Optional<BigDecimal> number(String cell, String missing) {
        return cell.isEmpty() || cell.equals(missing) ? Optional.empty() : Optional.of(new BigDecimal(cell));
    }

    private static @Nullable String known(String cell) {
        return cell.equals("*") || cell.isEmpty() ? null : cell;
    }

    private static Code answer(String question, String answer) {
        return new Code(SYSTEM, question + "=" + answer);
    }

    CaseMixModel model() {
        List<Covariate> covariates = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        ageBands(covariates, terms);
        flag(covariates, terms, WOMAN);
        score(covariates, terms, "before", OXFORD, Missing.NO_EXPECTATION, 2);
        score(covariates, terms, "index", INDEX, Missing.MEAN, 1);
        score(covariates, terms, "vas", VAS, Missing.MEAN, 1);
        COMORBIDITIES.forEach(comorbidity -> flag(covariates, terms, new Code(SYSTEM, comorbidity)));
        CHOICES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(choice ->
                        choice.getValue().forEach(answer -> flag(covariates, terms, answer(choice.getKey(), answer))));
        return new CaseMixModel(
                new CanonicalReference("urn:nhs:" + joint, "2017-18"),
                null,
                false,
                new CanonicalReference("urn:nhs:" + joint, null),
                CaseMixModel.Kind.LINEAR,
                OXFORD,
                null,
                null,
                0,
                "month-6",
                null,
                covariates,
                terms);
    }

    private static void ageBands(List<Covariate> covariates, List<Term> terms) {
        List<String> others = List.of("40 to 49", "50 to 59", "60 to 69", "80 to 89");
        Set<String> categories = new HashSet<>(others);
        categories.add("70 to 79");
        covariates.add(
                new Covariate("age", Variable.AGE_BAND, null, List.of(), categories, Missing.OWN_CATEGORY, null));
        others.forEach(category -> terms.add(term("age", category, 1)));
        terms.add(term("age", Term.MISSING, 1));
    }

    private static void score(
            List<Covariate> covariates, List<Term> terms, String name, Code score, Missing missing, int powers) {
        covariates.add(new Covariate(name, Variable.SCORE_BEFORE, score, List.of(), Set.of(), missing, null));
        for (int power = 1; power <= powers; power++) {
            terms.add(term(name, null, power));
        }
    }

    private static void flag(List<Covariate> covariates, List<Term> terms, Code code) {
        covariates.add(new Covariate(
                code.code(), Variable.CONDITIONS, null, List.of(Set.of(code)), Set.of(), Missing.NO_EXPECTATION, null));
        terms.add(term(code.code(), null, 1));
    }

    private static Term term(String covariate, @Nullable String category, int power) {
        return new Term(covariate, category, BigDecimal.ZERO, BigDecimal.ONE, power, null);
    }
}
