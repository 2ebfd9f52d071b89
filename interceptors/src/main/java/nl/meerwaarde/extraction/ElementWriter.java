package nl.meerwaarde.extraction;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Conversion;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** Writing elements by their name, with HAPI's definitions of the types: what does not fit an element never gets into it. */
final class ElementWriter {
    /** Of several types an element may have, the first of these that an answer can be. */
    private static final List<String> PREFERRED =
            List.of("Quantity", "CodeableConcept", "dateTime", "string", "uri", "Reference", "code", "instant", "date");

    private final FhirContext fhirContext;

    ElementWriter(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /** Whether there is such an element below another at all. */
    boolean exists(Base parent, String name) {
        return child(parent, name).isPresent();
    }

    /** Whether the element can occur more than once. */
    boolean repeats(Base parent, String name) {
        return child(parent, name).filter(child -> child.getMax() != 1).isPresent();
    }

    /** The element that is there already; empty when there is none, when it can repeat, or when it is of another type than named. */
    Optional<Base> single(Base parent, String name) {
        return repeats(parent, name) ? Optional.empty() : all(parent, name).findFirst();
    }

    /** Every occurrence of an element; of a choice whose type is named only those of that type. */
    Stream<Base> all(Base parent, String name) {
        return child(parent, name).stream()
                .flatMap(child -> child.getAccessor().getValues(parent).stream()
                        .filter(value -> onlyType(child, name)
                                .map(type -> type.getImplementingClass().isInstance(value))
                                .orElse(true)))
                .map(Base.class::cast);
    }

    /** Adds an element to be filled; empty when its type is not known or is a primitive. */
    Optional<Base> add(Base parent, String name) {
        Optional<BaseRuntimeChildDefinition> child = child(parent, name);
        Optional<BaseRuntimeElementDefinition<?>> type = child.flatMap(found -> onlyType(found, name));
        if (type.isEmpty() || !(type.get() instanceof BaseRuntimeElementCompositeDefinition)) {
            return Optional.empty();
        }
        IBase added = type.get().newInstance(child.get().getInstanceConstructorArguments());
        child.get().getMutator().addValue(parent, added);
        return Optional.of((Base) added);
    }

    private static Optional<BaseRuntimeElementDefinition<?>> onlyType(BaseRuntimeChildDefinition child, String name) {
        return child.getValidChildNames().contains(name)
                ? Optional.ofNullable(child.getChildByName(name))
                : Optional.empty();
    }

    /** Sets an element, or adds to it when it can repeat; false when the value is nothing that the element can hold. */
    boolean set(Base parent, String name, Base value) {
        if (parent instanceof Resource resource && name.equals("id")) {
            return setId(resource, value);
        }
        Optional<BaseRuntimeChildDefinition> child = child(parent, name);
        Optional<IBase> fitting = child.flatMap(found -> types(found, name, value)
                .map(type -> fitting(type, found, value))
                .flatMap(Optional::stream)
                .findFirst());
        if (child.isEmpty() || fitting.isEmpty()) {
            return false;
        }
        child.get().getMutator().addValue(parent, fitting.get());
        return true;
    }

    private static boolean setId(Resource resource, Base value) {
        boolean fits = value.hasPrimitiveValue() && value.primitiveValue().matches("[A-Za-z0-9\\-.]{1,64}");
        if (fits) {
            resource.setId(value.primitiveValue());
        }
        return fits;
    }

    /** The types that the element may have, the value's own first. */
    private static Stream<BaseRuntimeElementDefinition<?>> types(
            BaseRuntimeChildDefinition child, String name, Base value) {
        if (child.getValidChildNames().contains(name)) {
            return Stream.of(child.getChildByName(name));
        }
        List<BaseRuntimeElementDefinition<?>> types = child.getValidChildNames().stream()
                .<BaseRuntimeElementDefinition<?>>map(child::getChildByName)
                .toList();
        return Stream.concat(Stream.of(value.fhirType()), PREFERRED.stream())
                .flatMap(wanted -> types.stream().filter(type -> wanted.equals(type.getName())));
    }

    private static Optional<IBase> fitting(
            BaseRuntimeElementDefinition<?> type, BaseRuntimeChildDefinition child, Base value) {
        IBase element = value instanceof Resource && type.getImplementingClass().isInstance(value) ? value : null;
        return element != null
                ? Optional.of(element)
                : Conversion.to(typeName(type), value).flatMap(converted -> {
                    if (type.getImplementingClass().isInstance(converted)) {
                        return Optional.of(converted);
                    }
                    return as(type.newInstance(child.getInstanceConstructorArguments()), converted);
                });
    }

    /** Age, Duration and their like are quantities. */
    private static String typeName(BaseRuntimeElementDefinition<?> type) {
        return Quantity.class.isAssignableFrom(type.getImplementingClass()) ? "Quantity" : type.getName();
    }

    /** The same value in the element's own class, such as a code that is bound to a list of codes. */
    static Optional<IBase> as(IBase element, Type value) {
        if (element instanceof Quantity quantity && value instanceof Quantity given) {
            quantity.setValueElement(given.getValueElement())
                    .setUnit(given.getUnit())
                    .setSystem(given.getSystem())
                    .setCode(given.getCode());
            return Optional.of(quantity);
        }
        if (element instanceof IPrimitiveType<?> primitive && value.hasPrimitiveValue()) {
            try {
                primitive.setValueAsString(value.primitiveValue());
                return Optional.of(primitive);
            } catch (IllegalArgumentException | DataFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<BaseRuntimeChildDefinition> child(Base parent, String name) {
        if (!(fhirContext.getElementDefinition(parent.getClass())
                instanceof BaseRuntimeElementCompositeDefinition<?> type)) {
            return Optional.empty();
        }
        return Stream.of(name, name + "[x]")
                .map(type::getChildByName)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
