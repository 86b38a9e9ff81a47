package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.waiting.Entry;
import org.emiadi.waiting.Offer;
import org.emiadi.web.Pages;

/// Puts entries of the waiting list into words.
@Singleton
final class WaitCards {
    private final Pages pages;
    private final ClinicTime time;

    WaitCards(Pages pages, ClinicTime time) {
        this.pages = pages;
        this.time = time;
    }

    WaitCard of(Entry entry, Names names) {
        ZoneId zone = time.zone();
        var provider = entry.wishes().with().provider();
        var latest = entry.wishes().when().latest();
        Offer offer = entry.offer();
        return new WaitCard(
                entry.id(),
                names.type(entry.wishes().type()),
                provider == null ? null : names.provider(provider),
                pages.when().date(entry.since(), zone),
                latest == null ? null : pages.when().date(latest),
                offer == null ? null : said(offer, names),
                offer == null ? null : pages.when().time(offer.until(), zone(offer, names)));
    }

    private String said(Offer offer, Names names) {
        return pages.when().full(offer.during().start(), zone(offer, names)) + " · " + names.provider(offer.provider());
    }

    private ZoneId zone(Offer offer, Names names) {
        return names.zone(offer.facility(), time.zone());
    }
}
