package nl.meerwaarde.tests.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.casemix.CaseMixModelReader;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.outcome.OutcomeDerivation;
import nl.meerwaarde.outcome.Outcomes;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.pathway.PathwayReader;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.scheduling.Scheduling;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * The facts that follow from stored resources, made from scratch: the product's pure derivation over resources read back by HTTP. Who was merged into
 * whom is found out here in a way of its own, because the product keeps that in a table.
 */
final class ExpectedFacts {
    private final Map<String, Pathway> pathways = new HashMap<>();
    private final List<CaseMixModel> models = new ArrayList<>();
    private final OutcomeDerivation derivation = new OutcomeDerivation(
            canonical -> Optional.ofNullable(pathways.get(canonical.toString())),
            pathway -> models.stream().filter(model -> model.isAbout(pathway)).toList());
    private final ScoredResponses responses = new ScoredResponses();

    ExpectedFacts(Fhir fhir) {
        // Those of other tests are nobody's here, and would not all fit on one page.
        fhir.search("PlanDefinition", Map.of("url:below", Canonicals.BASE)).stored(Bundle.class).getEntry().stream()
                .map(entry -> (PlanDefinition) entry.getResource())
                .filter(PathwayReader::isPathway)
                .forEach(definition -> pathways.put(
                        new CanonicalReference(definition.getUrl(), definition.getVersion()).toString(),
                        PathwayReader.read(definition).pathway()));
        fhir.search("Library", Map.of("_id", MeasuredPathway.ID)).stored(Bundle.class).getEntry().stream()
                .map(entry -> (Library) entry.getResource())
                .filter(CaseMixModelReader::isModel)
                .forEach(library ->
                        models.add(((CaseMixModelReader.Reading.Usable) CaseMixModelReader.read(library)).model()));
    }

    /** By patient: what the tables must hold. Patients that were merged into another have nothing. */
    Map<String, Outcomes> of(List<Resource> stored) {
        Map<String, RecordEntry.Person> persons = persons(stored);
        Map<String, Outcomes> facts = new HashMap<>();
        records(stored, persons)
                .forEach((patient, record) -> facts.put(patient, derivation.derive(record, persons.get(patient))));
        return facts;
    }

    /** The questionnaire Tasks among stored resources, as they must be. */
    List<Task> tasks(List<Resource> stored) {
        Map<String, RecordEntry.Person> persons = persons(stored);
        List<Task> tasks = stored.stream()
                .filter(Task.class::isInstance)
                .map(task -> ((Task) task).copy())
                .filter(task -> task.getMeta().hasProfile(Canonicals.Profiles.QUESTIONNAIRE_TASK))
                .toList();
        records(stored, persons)
                .forEach((patient, record) -> Scheduling.preview(
                        record,
                        persons.get(patient),
                        canonical -> Optional.ofNullable(pathways.get(canonical.toString())),
                        tasks,
                        List.of()));
        return tasks;
    }

    private Map<String, List<RecordEntry>> records(List<Resource> stored, Map<String, RecordEntry.Person> persons) {
        Map<String, List<RecordEntry>> records = new HashMap<>();
        persons.keySet().forEach(patient -> records.put(patient, new ArrayList<>()));
        for (Resource resource : stored) {
            if (resource instanceof CareTeam team) {
                addTeam(team, records);
                continue;
            }
            Optional<String> patient = RecordReading.patient(resource);
            entry(resource)
                    .ifPresent(entry -> records.get(survivor(patient.orElseThrow(), persons))
                            .add(entry));
        }
        return records;
    }

    /** In everybody's record: whose episodes do not name it has nothing of it. */
    private static void addTeam(CareTeam team, Map<String, List<RecordEntry>> records) {
        if (RecordReading.ownsOutcomes(team)) {
            records.values()
                    .forEach(record -> record.add(
                            new RecordEntry.OwningTeam(team.getIdElement().getIdPart())));
        }
    }

    private Optional<RecordEntry> entry(Resource resource) {
        return resource instanceof QuestionnaireResponse response
                ? responses.entry(response)
                : RecordReading.entry(resource);
    }

    private static Map<String, RecordEntry.Person> persons(List<Resource> stored) {
        Map<String, RecordEntry.Person> persons = new HashMap<>();
        stored.stream()
                .filter(Patient.class::isInstance)
                .forEach(patient -> persons.put(patient.getIdElement().getIdPart(), (RecordEntry.Person)
                        RecordReading.entry(patient).orElseThrow()));
        return persons;
    }

    /** Follows "replaced by" to its end; who replaces each other in a circle stays. */
    private static String survivor(String patient, Map<String, RecordEntry.Person> persons) {
        Set<String> seen = new LinkedHashSet<>();
        String current = patient;
        while (seen.add(current)) {
            String next = persons.get(current).replacedBy();
            if (next == null) {
                return current;
            }
            current = next;
        }
        return patient;
    }
}
