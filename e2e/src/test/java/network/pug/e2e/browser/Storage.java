package network.pug.e2e.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.List;

/** What a browser keeps for a page, as the DevTools protocol and the page itself can tell. */
final class Storage {

  /** What no call of the protocol tells. */
  private static final String ELSEWHERE =
      """
      async () => [
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
        ...(await navigator.storageBuckets.keys()).map((name) => `bucket ${name}`),
      ]
      """;

  private final Person person;
  private final CDPSession session;
  private final String key;

  Storage(Person person) {
    this.person = person;
    session = person.context.newCDPSession(person.page);
    JsonObject tree = session.send("Page.getFrameTree").getAsJsonObject("frameTree");
    JsonObject of = new JsonObject();
    of.add("frameId", tree.getAsJsonObject("frame").get("id"));
    key = session.send("Storage.getStorageKey", of).get("storageKey").getAsString();
  }

  /** Everything that is kept, in storage of every kind. */
  List<String> kept() {
    List<String> kept = new ArrayList<>();
    add(kept, session.send("Network.getAllCookies").getAsJsonArray("cookies"));
    for (boolean local : new boolean[] {true, false}) {
      JsonObject area = new JsonObject();
      area.addProperty("storageKey", key);
      area.addProperty("isLocalStorage", local);
      JsonObject of = new JsonObject();
      of.add("storageId", area);
      add(kept, session.send("DOMStorage.getDOMStorageItems", of).getAsJsonArray("entries"));
    }
    JsonObject of = new JsonObject();
    of.addProperty("storageKey", key);
    add(kept, session.send("IndexedDB.requestDatabaseNames", of).getAsJsonArray("databaseNames"));
    add(kept, session.send("CacheStorage.requestCacheNames", of).getAsJsonArray("caches"));
    addFiles(kept);
    addUsage(kept);
    ((List<?>) person.page.evaluate(ELSEWHERE)).forEach(each -> kept.add(each.toString()));
    return kept;
  }

  /** The origin private file system. */
  private void addFiles(List<String> kept) {
    JsonObject root = new JsonObject();
    root.addProperty("storageKey", key);
    root.add("pathComponents", new JsonArray());
    JsonObject of = new JsonObject();
    of.add("bucketFileSystemLocator", root);
    JsonObject folder = session.send("FileSystem.getDirectory", of).getAsJsonObject("directory");
    add(kept, folder.getAsJsonArray("nestedDirectories"));
    add(kept, folder.getAsJsonArray("nestedFiles"));
  }

  /** Bytes by kind, of all kinds under a quota. */
  private void addUsage(List<String> kept) {
    JsonObject of = new JsonObject();
    of.addProperty("origin", key);
    for (JsonElement each :
        session.send("Storage.getUsageAndQuota", of).getAsJsonArray("usageBreakdown")) {
      if (each.getAsJsonObject().get("usage").getAsLong() > 0) {
        kept.add(each.toString());
      }
    }
  }

  private static void add(List<String> kept, JsonArray found) {
    found.forEach(each -> kept.add(each.toString()));
  }
}
