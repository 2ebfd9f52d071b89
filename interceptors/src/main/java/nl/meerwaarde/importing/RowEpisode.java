package nl.meerwaarde.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The episode, from a row: the CarePlan, and the index procedure when it has happened.
 *
 * @param side the side, when known
 * @param model the case-mix model of this kind of episode, when it has one
 */
record RowEpisode(CarePlan plan, Optional<Procedure> index, Optional<Coding> side, Optional<Coding> model) {
    /** Empty when no kind of episode fits the row, which is a problem. */
    static Optional<RowEpisode> read(
            RowCells cells, BoundMapping mapping, RowIds ids, @Nullable Organization organization) {
        ImportMapping.EpisodeColumns columns = mapping.mapping().episode();
        Optional<Coding> side = columns.side() == null
                ? Optional.empty()
                : cells.text(columns.side()).map(Side::named).map(Side::coding);
        Optional<DateTimeType> date = cells.date(columns.date(), DateTimeType::new);
        Optional<BoundMapping.EpisodeKind> kind = mapping.episodeKinds().stream()
                .filter(k -> fits(cells, k.columns().when()))
                .findFirst();
        if (kind.isEmpty()) {
            noteNoKind(cells, mapping);
        }
        return kind.map(k -> new RowEpisode(
                plan(columns, k, ids, organization, side),
                date.map(d -> procedure(k, ids, organization, side, d)),
                side,
                Optional.ofNullable(k.model())));
    }

    private static boolean fits(RowCells cells, Map<String, String> when) {
        return when.entrySet().stream()
                .allMatch(condition -> cells.raw(condition.getKey()).equals(condition.getValue()));
    }

    private static void noteNoKind(RowCells cells, BoundMapping mapping) {
        mapping.episodeKinds().stream()
                .flatMap(kind -> kind.columns().when().keySet().stream())
                .distinct()
                .sorted()
                .forEach(column ->
                        cells.codeProblem(MappedColumn.named(column), "The mapping has no kind of episode for this."));
    }

    private static CarePlan plan(
            ImportMapping.EpisodeColumns columns,
            BoundMapping.EpisodeKind kind,
            RowIds ids,
            @Nullable Organization organization,
            Optional<Coding> side) {
        CarePlan plan = new CarePlan();
        plan.setId(ids.episode());
        plan.getMeta().addProfile(Canonicals.Profiles.EPISODE);
        side.ifPresent(coding -> plan.addExtension(Canonicals.Extensions.LATERALITY, coding));
        plan.addInstantiatesCanonical(kind.pathway().toString());
        plan.setStatus(columns.status() == null ? CarePlanStatus.ACTIVE : CarePlanStatus.fromCode(columns.status()));
        plan.setIntent(CarePlanIntent.PLAN);
        plan.setSubject(reference("Patient", ids.patient()));
        if (organization != null) {
            plan.setAuthor(reference("Organization", organization.getId()));
        }
        return plan;
    }

    private static Procedure procedure(
            BoundMapping.EpisodeKind kind,
            RowIds ids,
            @Nullable Organization organization,
            Optional<Coding> side,
            DateTimeType date) {
        Procedure procedure = new Procedure();
        procedure.setId(ids.episode());
        procedure.getMeta().addProfile(Canonicals.Profiles.INDEX_PROCEDURE);
        side.ifPresent(coding -> procedure.addExtension(Canonicals.Extensions.LATERALITY, coding));
        procedure.addBasedOn(reference("CarePlan", ids.episode()));
        procedure.setStatus(ProcedureStatus.COMPLETED);
        ImportMapping.ProcedureCode code = kind.columns().procedure();
        procedure.getCode().setText(code.text());
        if (code.code() != null) {
            procedure.getCode().addCoding(new Coding().setSystem(code.system()).setCode(code.code()));
        }
        procedure.setSubject(reference("Patient", ids.patient()));
        procedure.setPerformed(date);
        if (organization != null) {
            procedure.addPerformer().setActor(reference("Organization", organization.getId()));
        }
        return procedure;
    }

    List<DomainResource> resources() {
        return Stream.concat(Stream.of(plan), index.stream())
                .map(DomainResource.class::cast)
                .toList();
    }

    static Reference reference(String type, String id) {
        return new Reference(type + "/" + id);
    }
}
