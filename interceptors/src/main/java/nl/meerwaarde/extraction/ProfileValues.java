package nl.meerwaarde.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.UriType;

/**
 * Puts into a resource what its profile leaves no choice about: fixed values and patterns of elements that must be there, and of the slices that answers
 * went into.
 */
final class ProfileValues {
    private final ElementWriter writer;
    private final Map<String, ElementDefinition> definitions = new HashMap<>();
    private final List<ElementDefinition> decided = new ArrayList<>();
    private final Map<String, List<Base>> slices = new HashMap<>();

    private ProfileValues(ElementWriter writer, StructureDefinition profile, List<ElementPlaces.Slice> made) {
        this.writer = writer;
        for (ElementDefinition definition : profile.getSnapshot().getElement()) {
            definitions.put(id(definition), definition);
            if (definition.hasFixed() || definition.hasPattern()) {
                decided.add(definition);
            }
        }
        made.forEach(slice ->
                slices.computeIfAbsent(slice.id(), id -> new ArrayList<>()).add(slice.element()));
    }

    static void add(ElementWriter writer, StructureDefinition profile, ElementPlaces places) {
        ProfileValues values = new ProfileValues(writer, profile, places.slices());
        values.nameExtensions(places.slices());
        values.decided.forEach(definition -> values.put(places.resource(), definition));
    }

    /** Without the type in front; empty for the resource itself. */
    private static String id(ElementDefinition definition) {
        String id = definition.hasId() ? definition.getId() : definition.getPath();
        return id.contains(".") ? id.substring(id.indexOf('.') + 1) : "";
    }

    /** A slice of extensions is told by the extension's own profile. */
    private void nameExtensions(List<ElementPlaces.Slice> made) {
        for (ElementPlaces.Slice slice : made) {
            ElementDefinition definition = definitions.get(slice.id());
            if (slice.element() instanceof Extension extension
                    && definition != null
                    && !extension.hasUrl()
                    && definition.getTypeFirstRep().hasProfile()) {
                extension.setUrlElement(new UriType(
                        definition.getTypeFirstRep().getProfile().get(0).getValue()));
            }
        }
    }

    private void put(Base resource, ElementDefinition definition) {
        Optional<ElementPath> path = ElementPath.of("profile#Type." + id(definition));
        if (path.isEmpty() || path.get().last().slice() != null) {
            return;
        }
        String name = path.get().last().name();
        parents(resource, path.get())
                .filter(parent -> parent.decisive() || definition.getMin() > 0)
                .map(Parent::element)
                .filter(parent -> writer.all(parent, name).findAny().isEmpty())
                .forEach(parent -> writer.set(
                        parent, name, definition.hasFixed() ? definition.getFixed() : definition.getPattern()));
    }

    /**
     * An element that a value belongs into.
     *
     * @param decisive whether it is (in) a slice, so that the value is part of what makes it one
     */
    private record Parent(Base element, boolean decisive) {}

    private Stream<Parent> parents(Base resource, ElementPath path) {
        List<Parent> parents = List.of(new Parent(resource, false));
        for (int length = 1; length < path.length(); length++) {
            int depth = length;
            parents = parents.stream()
                    .flatMap(parent -> below(parent, path, depth))
                    .toList();
        }
        return parents.stream();
    }

    private Stream<Parent> below(Parent parent, ElementPath path, int length) {
        ElementPath.Step step = path.steps().get(length - 1);
        String id = path.id(length);
        boolean sliced = step.slice() != null;
        List<Base> there = writer.all(parent.element(), step.name())
                .filter(element -> !sliced || slices.getOrDefault(id, List.of()).contains(element))
                .toList();
        ElementDefinition definition = definitions.get(id);
        if (there.isEmpty() && definition != null && definition.getMin() > 0) {
            Optional<Base> added = writer.add(parent.element(), step.name());
            added.filter(element -> sliced)
                    .ifPresent(element ->
                            slices.computeIfAbsent(id, key -> new ArrayList<>()).add(element));
            there = added.stream().toList();
        }
        return there.stream().map(element -> new Parent(element, sliced || parent.decisive()));
    }
}
