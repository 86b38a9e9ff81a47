package org.emiadi.pages.patient.booking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.people.PersonSearch;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Query;
import org.emiadi.slots.FreeSlots;
import org.emiadi.slots.Slot;
import org.emiadi.slots.SlotSearch;
import org.emiadi.slots.SlotsFound;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Finding somebody to be seen by: by name, by specialization, or whoever is free first.
@Path("/app")
@RunOnVirtualThread
public class FindPages {
    private static final int MOST = 30;
    /// Providers of the whole clinic whose first hour is asked for at once.
    private static final int MOST_SEARCHED = 1000;

    private final Database database;
    private final Pages pages;
    private final Providers providers;
    private final FreeSlots slots;
    private final AppointmentTypes types;

    FindPages(Database database, Pages pages, Providers providers, FreeSlots slots, AppointmentTypes types) {
        this.database = database;
        this.pages = pages;
        this.providers = providers;
        this.slots = slots;
        this.types = types;
    }

    @CheckedTemplate(basePath = "booking")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance find(Frame frame, Form form, Found found);
    }

    /// The query of the page.
    record Asked(
            @QueryParam("q") @Nullable String name,
            @QueryParam("specialization") @Nullable String specialization,
            @QueryParam("type") @Nullable String type) {}

    /// What the page tells.
    ///
    /// @param type what for; null where the clinic has nothing that patients book
    public record Found(
            List<Card> cards,
            List<String> specializations,
            List<AppointmentType> types,
            @Nullable Integer type) {}

    /// A provider, with the first free hour.
    ///
    /// @param first null where there is none
    public record Card(Provider provider, @Nullable Slot first) {
        public int id() {
            return provider.personId();
        }

        public String name() {
            return provider.details().name();
        }

        public String cadre() {
            return provider.practice().cadre();
        }

        public @Nullable String specialization() {
            return provider.practice().specialization();
        }
    }

    @GET
    @Path("find")
    @Open
    @Operation(hidden = true)
    public Response find(@BeanParam Asked asked) {
        Form form = Form.empty()
                .with("q", asked.name())
                .with("specialization", asked.specialization())
                .with("type", asked.type());
        Found found = database.read(tx -> read(tx, form));
        form.with("type", found.type());
        return pages.show(Templates.find(pages.frame(), form, found));
    }

    private Found read(Tx tx, Form form) {
        var bookable = types.list(tx).stream()
                .filter(type -> type.isBookableBy(pages.actor()))
                .toList();
        Integer type = form.number("type").stream()
                .boxed()
                .filter(asked -> bookable.stream().anyMatch(known -> known.id() == asked))
                .findFirst()
                .orElse(bookable.isEmpty() ? null : bookable.getFirst().id());
        var wanted = new Providers.Wanted(
                Query.text("q", form.text("q")).map(PersonSearch::of), Optional.empty(), form.given("specialization"));
        var found = providers.list(tx, wanted, Slice.first(Slice.MOST)).rows();
        Map<ProviderId, Slot> first = type == null ? Map.of() : firstOfEach(tx, form, type);
        return new Found(cards(found, first, form.text("q")), providers.specializations(tx), bookable, type);
    }

    private Map<ProviderId, Slot> firstOfEach(Tx tx, Form form, int type) {
        var search = new SlotSearch(
                new SlotSearch.Visit(Optional.of(type), Optional.empty()),
                new SlotSearch.With(Optional.empty(), Optional.empty(), form.given("specialization"), Optional.empty()),
                new SlotSearch.When(Optional.empty(), Optional.empty(), Optional.empty()));
        return slots.first(tx, pages.actor(), search, MOST_SEARCHED) instanceof SlotsFound.Found<Slot>(List<Slot> rows)
                ? rows.stream()
                        .collect(Collectors.toMap(slot -> slot.by().id(), Function.identity(), (one, other) -> one))
                : Map.of();
    }

    // Whose name holds what was typed comes before those of whom it is only alike; then whoever is free first, and at
    // last
    // those who have nothing free.
    private static List<Card> cards(List<Provider> found, Map<ProviderId, Slot> first, String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        return byTime(found, first).stream()
                .sorted(Comparator.comparing(
                        card -> !card.name().toLowerCase(Locale.ROOT).contains(name)))
                .limit(MOST)
                .toList();
    }

    private static List<Card> byTime(List<Provider> found, Map<ProviderId, Slot> first) {
        var byId = found.stream().collect(Collectors.toMap(Provider::id, Function.identity()));
        var cards = new ArrayList<Card>();
        first.values().stream()
                .sorted(Comparator.comparing((Slot slot) -> slot.during().start())
                        .thenComparingInt(slot -> slot.by().id().value()))
                .filter(slot -> byId.containsKey(slot.by().id()))
                .forEach(slot -> cards.add(
                        new Card(Objects.requireNonNull(byId.get(slot.by().id())), slot)));
        found.stream()
                .filter(provider -> !first.containsKey(provider.id()))
                .forEach(provider -> cards.add(new Card(provider, null)));
        return cards;
    }
}
