package nl.meerwaarde.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/**
 * A Measure that is answered from outcome facts.
 *
 * @param canonical address and version of the Measure
 * @param pathway whose episodes; without a version those of every version
 * @param score which score; {@link #NO_SCORE} when it is about none
 * @param before code of the moment before; the same as after when it is about one moment; empty when it is about no score
 * @param after code of the moment after
 * @param model key of the case-mix model whose expectations adjust, or null
 * @param reference the published reference population, or null when the report's own episodes are the reference
 * @param groups what is reported
 */
public record FactMeasure(
        CanonicalReference canonical,
        CanonicalReference pathway,
        Code score,
        String before,
        String after,
        @Nullable String model,
        @Nullable ReferencePopulation reference,
        List<Group> groups) {
    public FactMeasure {
        groups = List.copyOf(groups);
    }

    /** Of a Measure that is about events or times only. */
    static final Code NO_SCORE = new Code(Canonicals.CodeSystems.STATISTIC, "none");

    /** Whether any score is asked for. */
    public boolean isAboutScores() {
        return !score.equals(NO_SCORE);
    }

    /** Codes of the events that its groups count. */
    public Set<String> countedEvents() {
        return groups.stream()
                .map(Group::event)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether its report is for the team of the organisation alone: personal goals are not compared. */
    public boolean isForTheTeamOnly() {
        return groups.stream().anyMatch(group -> group.statistic() == Statistic.GOALS_ATTAINED);
    }

    /** Whether it divides episodes by the team that answers for them. */
    public boolean isByTeam() {
        return groups.stream().anyMatch(group -> group.stratifiers().contains(Stratifier.TEAM));
    }

    /**
     * By what its episodes are divided: by every one of its stratifiers, and by no other; each more makes more cells. By organisation always, because
     * organisations know their own numbers whatever a report tells.
     */
    public List<Stratifier> stratifiers() {
        return Arrays.stream(Stratifier.values())
                .filter(stratifier -> stratifier == Stratifier.ORGANIZATION
                        || groups.stream().anyMatch(group -> group.stratifiers().contains(stratifier)))
                .toList();
    }

    /** What its figures depend on, as text. Texts of groups do not count. */
    public String content() {
        return String.join(
                "\n",
                pathway.toString(),
                score.key(),
                before,
                after,
                String.valueOf(model),
                String.valueOf(reference),
                groups.stream().map(Group::content).toList().toString());
    }

    /**
     * A group of the Measure.
     *
     * @param id its id in the Measure, or null
     * @param code its code as the Measure gives it
     * @param modelledOnly whether only episodes with an expectation are analysed
     * @param populations codes of the populations the Measure asks for
     * @param event code of the event that is counted, or null
     * @param days within how many days something is counted; 0 when the statistic has no such limit
     * @param expected what a share is compared with, or null
     */
    public record Group(
            @Nullable String id,
            @Nullable CodeableConcept code,
            Statistic statistic,
            boolean modelledOnly,
            Set<String> populations,
            List<Stratifier> stratifiers,
            @Nullable String event,
            int days,
            @Nullable Expectation expected) {
        public Group {
            populations = Set.copyOf(populations);
            stratifiers = List.copyOf(stratifiers);
        }

        /** A group about scores. */
        public Group(
                @Nullable String id,
                @Nullable CodeableConcept code,
                Statistic statistic,
                boolean modelledOnly,
                Set<String> populations,
                List<Stratifier> stratifiers) {
            this(id, code, statistic, modelledOnly, populations, stratifiers, null, 0, null);
        }

        private String content() {
            return statistic + "/" + modelledOnly + "/" + stratifiers
                    + (event == null ? "" : "/" + event)
                    + (days == 0 ? "" : "/" + days)
                    + (expected == null ? "" : "/" + expected);
        }

        /** What it counts or averages: of a comparison with what was expected, that which was. */
        public Statistic counted() {
            return expected == null ? statistic : expected.share();
        }
    }

    /**
     * What a share is compared with.
     *
     * @param share what is counted
     * @param model key of the logistic model that expected it of each episode
     */
    public record Expectation(Statistic share, String model) {}

    /**
     * What a published reference population (a country and year) looked like.
     *
     * @param name who published it and over what
     * @param meanBefore mean score before
     * @param meanAfter mean score after
     * @param meanResidual mean of score after minus expectation
     * @param sdResidual sample SD of the same
     */
    public record ReferencePopulation(
            String name, BigDecimal meanBefore, BigDecimal meanAfter, BigDecimal meanResidual, BigDecimal sdResidual) {}
}
