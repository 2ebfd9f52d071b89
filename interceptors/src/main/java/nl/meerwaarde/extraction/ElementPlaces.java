package nl.meerwaarde.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a resource in the making, as one item of a questionnaire sees them: what it puts into the same element goes together, what it shares with
 * the items around goes into theirs, and every item starts elements that can repeat anew.
 */
final class ElementPlaces {
    private final @Nullable ElementPlaces outer;
    private final ElementWriter writer;
    private final Resource resource;
    private final List<Slice> slices;
    private final Map<String, Base> elements = new HashMap<>();

    /**
     * An element that was made as a slice of its profile.
     *
     * @param id the element's id in the profile, without the type in front
     */
    record Slice(String id, Base element) {}

    private ElementPlaces(@Nullable ElementPlaces outer, ElementWriter writer, Resource resource, List<Slice> slices) {
        this.outer = outer;
        this.writer = writer;
        this.resource = resource;
        this.slices = slices;
    }

    static ElementPlaces of(ElementWriter writer, Resource resource) {
        return new ElementPlaces(null, writer, resource, new ArrayList<>());
    }

    /** The places of an item inside this one. */
    ElementPlaces inner() {
        return new ElementPlaces(this, writer, resource, slices);
    }

    Resource resource() {
        return resource;
    }

    /** Every slice that was made, by whichever item. */
    List<Slice> slices() {
        return List.copyOf(slices);
    }

    /** The element so many steps down a path, made where it is not there yet; empty when the path leads nowhere. */
    Optional<Base> at(ElementPath path, int length) {
        if (length == 0) {
            return Optional.of(resource);
        }
        Optional<Base> known = known(path.id(length));
        return known.isPresent() ? known : at(path, length - 1).flatMap(parent -> below(parent, path, length));
    }

    private Optional<Base> known(String id) {
        Base element = elements.get(id);
        return element != null ? Optional.of(element) : outer == null ? Optional.empty() : outer.known(id);
    }

    private Optional<Base> below(Base parent, ElementPath path, int length) {
        Optional<Base> single =
                writer.single(parent, path.steps().get(length - 1).name());
        return single.isPresent() ? single : added(parent, path, length);
    }

    /** Starts the element at the end of a path anew, where it can repeat. */
    Optional<Base> start(ElementPath path) {
        return at(path, path.length() - 1).flatMap(parent -> {
            Optional<Base> single = writer.single(parent, path.last().name());
            return single.isPresent() ? single : added(parent, path, path.length());
        });
    }

    private Optional<Base> added(Base parent, ElementPath path, int length) {
        ElementPath.Step step = path.steps().get(length - 1);
        Optional<Base> added = writer.add(parent, step.name());
        added.ifPresent(element -> {
            elements.put(path.id(length), element);
            if (step.slice() != null) {
                slices.add(new Slice(path.id(length), element));
            }
        });
        return added;
    }
}
