package network.pug.e2e.browser;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a page's memory holds, as the DevTools protocol shows it after a collection: strings, and
 * keys.
 */
final class Heap {

  private static final String READABLE =
      """
      async function() {
        const readable = [];
        for (const key of this) {
          const exports = ['raw', 'jwk'].map((format) => crypto.subtle.exportKey(format, key));
          const results = await Promise.allSettled(exports);
          readable.push(key.extractable || results.some(({ status }) => status === 'fulfilled'));
        }
        return readable;
      }
      """;

  private final CDPSession session;

  Heap(Person person) {
    session = person.context.newCDPSession(person.page);
  }

  /** Every string of a heap snapshot; a snapshot has not the content of buffers. */
  String strings() {
    StringBuilder snapshot = new StringBuilder();
    Consumer<JsonObject> collect = event -> snapshot.append(event.get("chunk").getAsString());
    session.send("HeapProfiler.collectGarbage");
    session.on("HeapProfiler.addHeapSnapshotChunk", collect);
    session.send("HeapProfiler.takeHeapSnapshot");
    session.off("HeapProfiler.addHeapSnapshotChunk", collect);
    return new Gson()
        .fromJson(snapshot.toString(), JsonObject.class)
        .getAsJsonArray("strings")
        .toString();
  }

  /** Of every key object that lives, whether a script can read its bytes. */
  List<Boolean> keys() {
    session.send("HeapProfiler.collectGarbage");
    JsonObject type = session.send("Runtime.evaluate", of("expression", "CryptoKey.prototype"));
    JsonObject query = of("prototypeObjectId", idOf(type, "result"));
    JsonObject keys = session.send("Runtime.queryObjects", query);
    JsonObject call = of("objectId", idOf(keys, "objects"));
    call.addProperty("functionDeclaration", READABLE);
    call.addProperty("awaitPromise", true);
    call.addProperty("returnByValue", true);
    JsonObject answer = session.send("Runtime.callFunctionOn", call).getAsJsonObject("result");
    List<Boolean> readable = new ArrayList<>();
    answer.getAsJsonArray("value").forEach(each -> readable.add(each.getAsBoolean()));
    return readable;
  }

  private static String idOf(JsonObject answer, String name) {
    return answer.getAsJsonObject(name).get("objectId").getAsString();
  }

  private static JsonObject of(String name, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }
}
