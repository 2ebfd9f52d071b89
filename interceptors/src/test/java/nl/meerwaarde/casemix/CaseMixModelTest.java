package nl.meerwaarde.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meerwaarde.casemix.Covariate.Missing;
import nl.meerwaarde.casemix.Covariate.Variable;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseMixModelTest {
    private static final Code SCORE = new Code("urn:score", "knee");
    private static final Code DIABETES = new Code("urn:condition", "diabetes");
    private static final Code STROKE = new Code("urn:condition", "stroke");
    private static final Code BLEEDING = new Code("urn:condition", "bleeding in the brain");
    private static final CanonicalReference PATHWAY = new CanonicalReference("urn:pathway", null);

    private static final List<Covariate> COVARIATES = List.of(
            new Covariate("age", Variable.AGE, null, List.of(), Set.of(), Missing.MEAN, new BigDecimal("68")),
            new Covariate("sex", Variable.SEX, null, List.of(), Set.of("male", "female"), Missing.OWN_CATEGORY, null),
            new Covariate("before", Variable.SCORE_BEFORE, SCORE, List.of(), Set.of(), Missing.NO_EXPECTATION, null),
            new Covariate(
                    "ill",
                    Variable.CONDITIONS,
                    null,
                    List.of(Set.of(DIABETES), Set.of(STROKE, BLEEDING)),
                    Set.of(),
                    Missing.NO_EXPECTATION,
                    null));

    private static final List<Term> TERMS = List.of(
            term("age", null, "70", "10", 2, "3"),
            term("sex", "female", "0", "1", 1, "-2"),
            term("sex", Term.MISSING, "0", "1", 1, "-1"),
            term("before", null, "20", "1", 1, "0.5"),
            term("ill", null, "0", "1", 1, "-1.5"));

    private final CaseMixModel linear = model(CaseMixModel.Kind.LINEAR, "30");

    private static Term term(
            String covariate, @Nullable String category, String centre, String unit, int power, String coefficient) {
        return new Term(
                covariate, category, new BigDecimal(centre), new BigDecimal(unit), power, new BigDecimal(coefficient));
    }

    private static CaseMixModel model(CaseMixModel.Kind kind, @Nullable String intercept) {
        return new CaseMixModel(
                new CanonicalReference("urn:model", "1"),
                "1",
                true,
                PATHWAY,
                kind,
                SCORE,
                null,
                null,
                0,
                "month-6",
                intercept == null ? null : new BigDecimal(intercept),
                COVARIATES,
                TERMS);
    }

    private static AtIndex known(
            @Nullable Integer age, @Nullable String sex, @Nullable String before, Set<String> conditions) {
        return new AtIndex(
                age, null, sex, before == null ? Map.of() : Map.of(SCORE.key(), new BigDecimal(before)), conditions);
    }

    /** 30 + 3 × ((80 − 70) / 10)² − 2 + 0.5 × (24 − 20) − 1.5 × 2. */
    @Test
    void everyTermAddsItsPart() {
        AtIndex woman = known(80, "female", "24", Set.of(DIABETES.key(), BLEEDING.key(), "urn:condition|gout"));
        assertThat(linear.expected(woman))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("30"));
    }

    /** A stroke under two codes is one condition. */
    @Test
    void aConditionCountsOnceUnderSeveralCodes() {
        AtIndex man = known(70, "male", "20", Set.of(STROKE.key(), BLEEDING.key()));
        assertThat(linear.expected(man)).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("28.5"));
    }

    /** The mean age stands in: 30 + 3 × 0.2² − 1. A sex that is neither category is missing too. */
    @Test
    void whatIsMissingIsMetAsDeclared() {
        assertThat(linear.expected(known(null, null, "20", Set.of())))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("29.12"));
        assertThat(linear.expected(known(70, "other", "20", Set.of())))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("29"));
        assertThat(linear.expected(known(70, "male", null, Set.of()))).isEmpty();
    }

    @Test
    void aLogisticModelGivesAProbability() {
        CaseMixModel logistic = model(CaseMixModel.Kind.LOGISTIC, "0.4");
        assertThat(logistic.expected(known(70, "male", "20", Set.of()))
                        .orElseThrow()
                        .doubleValue())
                .isCloseTo(1 / (1 + Math.exp(-0.4)), within(1e-12));
        assertThat(model(CaseMixModel.Kind.LOGISTIC, "1000").expected(known(70, "male", "20", Set.of())))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("1"));
    }

    @Test
    void whatNobodyFittedExpectsNothing() {
        assertThat(model(CaseMixModel.Kind.LINEAR, null).expected(known(70, "male", "20", Set.of())))
                .isEmpty();
    }

    @Test
    void aModelOfEveryVersionOfAPathwayOrOfOne() {
        assertThat(linear.isAbout(PATHWAY.at("2"))).isTrue();
        assertThat(linear.isAbout(new CanonicalReference("urn:other", "2"))).isFalse();
    }

    /** A condition of 2024 may have begun after May; one without a date may have begun at any time. */
    @Test
    void aConditionCountsWhenItHadSurelyBegun() {
        DateSpan operation = DateSpan.day(LocalDate.of(2024, 6, 1));
        assertThat(AtIndex.conditionsBy(
                        operation,
                        List.of(
                                condition(
                                        "before",
                                        new DateSpan(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31), null)),
                                condition("that day", operation),
                                condition(
                                        "that year",
                                        new DateSpan(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), null)),
                                condition("after", DateSpan.day(LocalDate.of(2024, 6, 2))),
                                condition("undated", null))))
                .containsExactlyInAnyOrder("before", "that day");
        assertThat(AtIndex.conditionsBy(null, List.of(condition("that day", operation))))
                .isEmpty();
    }

    private static RecordEntry.Event condition(String code, @Nullable DateSpan when) {
        return new RecordEntry.Event("Condition", code, List.of(), List.of(code), when, null, null, false);
    }
}
