package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.MyTeam;
import nl.meerwaarde.tests.support.TestPlan;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * One patient's record, as a clinician or the patient opens it.
 *
 * @param fhir the server
 * @param patient the Patient's reference
 */
record Chart(Fhir fhir, String patient) {
    private static final Pattern HERE = Pattern.compile("The patient is at: ([^.]+)\\.");

    /** The questionnaires that wait for an answer: {@code month-6 eortc-qlq-br23}, in alphabetical order. */
    List<String> waiting() {
        return tasks("requested").map(Chart::name).sorted().toList();
    }

    /** The questionnaires that wait at a moment. */
    List<String> waiting(String moment) {
        return waiting().stream()
                .filter(name -> name.startsWith(moment + " "))
                .map(name -> name.substring(moment.length() + 1))
                .toList();
    }

    /** Tasks that ask for a questionnaire of a pathway, by status. */
    Stream<Task> tasks(String status) {
        return found(Task.class, Map.of("patient", patient, "status", status))
                .filter(task -> task.hasExtension(Extensions.MEASUREMENT_MOMENT));
    }

    private static String name(Task task) {
        return TestPlan.moment(task) + " " + instrument(task);
    }

    static String instrument(Task task) {
        return TestPlan.asked(task).replaceFirst(".*/", "").replaceFirst("\\|.*", "");
    }

    /** What the patient is asked about a decision, and until when: {@code collaborate until 2024-02-20}. */
    List<String> askedAbout(String decision) {
        return found(Task.class, Map.of("based-on", decision))
                .map(task -> instrument(task) + " until "
                        + task.getRestriction().getPeriod().getEndElement().getValueAsString())
                .toList();
    }

    /** A goal as it is now. */
    Goal goal(String reference) {
        return fhir.get(reference).stored(Goal.class);
    }

    /** How a goal stands: {@code achieved 2024-03-01}, or {@code -}. */
    String achievement(String goal) {
        Goal now = goal(goal);
        return now.hasAchievementStatus()
                ? now.getAchievementStatus().getCodingFirstRep().getCode() + " "
                        + now.getStatusDateElement().getValueAsString()
                : "-";
    }

    /** What waits for the patient's word: {@code 1}, {@code true}; none when nothing does. */
    List<String> proposals(String goal) {
        return proposed(goal)
                .map(proposal -> proposal.getValue().primitiveValue())
                .toList();
    }

    private Stream<Observation> proposed(String goal) {
        return observations("goal-attainment", Map.of("focus", goal, "status", "preliminary"));
    }

    /** The patient agrees with the one proposal about a goal. */
    void confirms(String goal) {
        List<Observation> proposals = proposed(goal).toList();
        if (proposals.size() != 1) {
            throw new AssertionError(proposals.size() + " proposals about " + goal);
        }
        Observation confirmed = proposals.get(0).copy();
        confirmed.setStatus(ObservationStatus.FINAL);
        confirmed.addExtension(Extensions.CONFIRMED_BY, new Reference(patient));
        assertThat(fhir.put(confirmed)).succeeded();
    }

    /** The T-scores of goal attainment, oldest first: {@code 2024-03-01: 60}. */
    List<String> goalAttainmentScores() {
        return values("gas-t-score");
    }

    /** The values of a score, oldest first: {@code 2025-03-03: 16.6667}. */
    List<String> values(String score) {
        return observations(score, Map.of("status", "final"))
                .sorted(Comparator.comparing(
                        observation -> observation.getEffectiveDateTimeType().getValue()))
                .map(observation -> observation
                                .getEffectiveDateTimeType()
                                .getValueAsString()
                                .substring(0, 10) + ": "
                        + observation
                                .getValueQuantity()
                                .getValue()
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    private Stream<Observation> observations(String score, Map<String, String> more) {
        Map<String, String> query = new HashMap<>(more);
        query.put("subject", patient);
        query.put("code", CodeSystems.SCORE + "|" + score);
        return found(Observation.class, query);
    }

    /** The decisions that a search finds, by id. */
    List<String> decisions(String parameter, String value) {
        return found(CarePlan.class, Map.of("subject", patient, parameter, value))
                .filter(CarePlan::hasPartOf)
                .map(Resource::getIdPart)
                .toList();
    }

    /** Whom the patient calls on a day. */
    MyTeam team(String day) {
        return new MyTeam(fhir.get(patient + "/$my-team", Map.of("at", day)));
    }

    /** The metro map of a pathway with the patient on it. */
    String map(String pathway) {
        Binary picture = fhir.get("PlanDefinition/" + pathway + "/$metro-map", Map.of("subject", patient))
                .stored(Binary.class);
        return new String(picture.getContent(), StandardCharsets.UTF_8);
    }

    /** Where the patient is on the map. */
    String here(String pathway) {
        Matcher here = HERE.matcher(map(pathway));
        return here.find() ? here.group(1) : "";
    }

    /** Everything that a search finds, on however many pages. */
    <T extends Resource> Stream<T> found(Class<T> type, Map<String, String> parameters) {
        List<T> found = new ArrayList<>();
        Bundle page = fhir.search(type.getSimpleName(), parameters).stored(Bundle.class);
        page.getEntry().forEach(entry -> found.add(type.cast(entry.getResource())));
        while (page.getLink(Bundle.LINK_NEXT) != null) {
            String next = page.getLink(Bundle.LINK_NEXT).getUrl();
            page = fhir.get(next.substring(next.indexOf('?'))).stored(Bundle.class);
            page.getEntry().forEach(entry -> found.add(type.cast(entry.getResource())));
        }
        return found.stream();
    }
}
