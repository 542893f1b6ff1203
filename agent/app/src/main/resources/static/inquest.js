// The pages read well without this file. It draws charts one can point at, shows times in the
// reader's own zone, and swaps in what is new when the server says so, without moving the reader.
(function () {
  "use strict";

  var SWAP_DELAY_MILLIS = 400;
  var BUSY_DELAY_MILLIS = 1000;
  var dateTime = format({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short" });
  var clock = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });

  function format(parts) {
    return new Intl.DateTimeFormat(undefined, Object.assign({ hourCycle: "h23" }, parts));
  }

  function all(root, selector) {
    return Array.from(root.querySelectorAll(selector));
  }

  // Times: the reader's zone to read, UTC on hover.

  function localTimes() {
    all(document, "time[datetime]:not([title])").forEach(function (time) {
      var at = new Date(time.getAttribute("datetime"));
      if (isNaN(at)) { return; }
      time.title = at.toISOString().slice(0, 19).replace("T", " ") + " UTC";
      time.textContent = (time.classList.contains("clock") ? clock : dateTime).format(at);
    });
    all(document, "[data-zone]").forEach(function (zone) {
      var parts = dateTime.formatToParts(new Date());
      zone.textContent = parts.find(function (part) { return part.type === "timeZoneName"; }).value;
    });
  }

  // Charts, drawn over the picture that came with the page, in its place and size.

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function short(value) {
    return String(+value.toPrecision(3));
  }

  function seconds(value) {
    if (value >= 1 || value === 0) { return short(value) + " s"; }
    return value >= 1e-3 ? short(value * 1e3) + " ms" : short(value * 1e6) + " µs";
  }

  function withUnit(unit) {
    return function (value) {
      if (unit === "SECONDS") { return seconds(value); }
      if (unit === "BYTES") { return short(value / 1048576) + " MiB"; }
      return short(value) + (unit === "PER_SECOND" ? "/s" : "");
    };
  }

  function onset(data) {
    return data.onset && {
      silent: true, itemStyle: { color: colour("--band"), opacity: 0.75 },
      label: { color: colour("--ink"), position: "insideBottom" },
      data: [[{ xAxis: data.onset[0], name: "onset" }, { xAxis: data.onset[1] }]]
    };
  }

  function markers(data) {
    var times = data.points.map(function (point) { return point[0]; });
    var from = Math.min.apply(null, times);
    var span = Math.max.apply(null, times) - from;
    return {
      symbol: "none", silent: true,
      data: data.markers.map(function (marker, i) {
        var share = (marker[0] - from) / span;
        var tint = marker[2] ? colour("--bad") : colour("--soft");
        return {
          xAxis: marker[0],
          label: { formatter: marker[1], color: tint, fontWeight: marker[2] ? "bold" : "normal", distance: 4 + 13 * (i % 3),
            align: share > 0.7 ? "right" : share < 0.3 ? "left" : "center" },
          lineStyle: { color: tint, width: marker[2] ? 2 : 1, type: marker[2] ? "solid" : "dashed" }
        };
      })
    };
  }

  function option(data) {
    var soft = colour("--soft");
    var rows = Math.min(3, data.markers.length);
    return {
      animation: false,
      textStyle: { fontFamily: "system-ui, sans-serif" },
      grid: { left: 8, right: 12, top: 14 + 13 * rows, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel", containLabel: true },
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true,
        formatter: function (items) { return clock.format(new Date(items[0].value[0])) + "  " + items[0].value[2]; }
      },
      xAxis: { type: "time", axisLabel: { color: soft, hideOverlap: true, formatter: function (at) { return clock.format(new Date(at)); } }, splitLine: { show: false } },
      yAxis: { type: "value", min: 0, splitNumber: 3, axisLabel: { color: soft, formatter: withUnit(data.unit) }, splitLine: { lineStyle: { color: colour("--line") } } },
      series: [{
        type: "line", showSymbol: false, data: data.points, encode: { x: 0, y: 1 },
        lineStyle: { color: colour("--series"), width: 2 }, itemStyle: { color: colour("--series") },
        markArea: onset(data), markLine: markers(data)
      }]
    };
  }

  var drawn = [];

  function draw(figure) {
    var plot = figure.querySelector(".plot");
    if (plot.classList.contains("live")) { return; }
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", plot.querySelector("svg").getAttribute("aria-label"));
    plot.replaceChildren();
    plot.classList.add("live");
    var data = JSON.parse(figure.dataset.chart);
    var chart = window.echarts.init(plot);
    chart.setOption(option(data));
    drawn.push({ chart: chart, data: data });
  }

  function charts() {
    if (window.echarts) { all(document, "figure[data-chart]").forEach(draw); }
  }

  function redraw() {
    drawn = drawn.filter(function (each) { return document.contains(each.chart.getDom()); });
    drawn.forEach(function (each) { each.chart.resize(); each.chart.setOption(option(each.data), true); });
  }

  // What is new is swapped in by htmx; what the reader did to the page stays as it was.

  function place(element) {
    var part = element && element.closest("#story [id], #list [id]");
    return part && part.id;
  }

  // The part whose beginning is nearest to the window's top: that is what is being read.
  function beingRead() {
    return all(document, "#story [id], #list [id]").filter(function (part) {
      return part.getClientRects().length > 0;
    }).reduce(function (best, part) {
      return best && distance(best) <= distance(part) ? best : part;
    }, null);
  }

  function distance(part) {
    return Math.abs(part.getBoundingClientRect().top);
  }

  function remember() {
    var first = beingRead();
    var focus = document.activeElement;
    return {
      closed: all(document, "main details[id]:not([open])").map(function (each) { return each.id; }),
      open: all(document, "main details[id][open]").map(function (each) { return each.id; }),
      typed: all(document, "main input[id]").map(function (each) { return { id: each.id, value: each.value }; }),
      plots: all(document, "figure[data-chart]").map(function (figure) {
        return { data: figure.dataset.chart, plot: figure.querySelector(".plot") };
      }),
      part: first && first.id,
      top: first && first.getBoundingClientRect().top,
      focus: place(focus),
      tag: focus && focus.tagName
    };
  }

  function restore(before) {
    before.open.forEach(function (id) { setOpen(id, true); });
    before.typed.forEach(function (each) {
      var input = document.getElementById(each.id);
      if (input) { input.value = each.value; }
    });
    before.closed.forEach(function (id) { setOpen(id, false); });
    all(document, "figure[data-chart]").forEach(function (figure) {
      var same = before.plots.find(function (each) { return each.data === figure.dataset.chart; });
      if (same) { figure.querySelector(".plot").replaceWith(same.plot); }
    });
    var part = before.part && document.getElementById(before.part);
    if (part) { window.scrollBy(0, part.getBoundingClientRect().top - before.top); }
    var place = before.focus && document.getElementById(before.focus);
    var target = place && (place.tagName === before.tag ? place : place.querySelector(before.tag));
    if (target && document.activeElement === document.body) { target.focus({ preventScroll: true }); }
  }

  function setOpen(id, open) {
    var details = document.getElementById(id);
    if (details) { details.open = open; }
  }

  function busy() {
    var typing = document.activeElement && document.activeElement.tagName === "INPUT";
    return typing || String(window.getSelection()).length > 0;
  }

  function live() {
    var main = document.querySelector("main[data-live]");
    if (!main || !window.EventSource) { return; }
    var pending = null;
    function later(millis) {
      pending = setTimeout(function () {
        if (busy()) { later(BUSY_DELAY_MILLIS); return; }
        pending = null;
        document.body.dispatchEvent(new Event("inquest:changed"));
      }, millis);
    }
    new EventSource(main.dataset.live).onmessage = function () {
      if (!pending) { later(SWAP_DELAY_MILLIS); }
    };
  }

  document.addEventListener("DOMContentLoaded", function () {
    var before = null;
    localTimes();
    charts();
    live();
    window.addEventListener("resize", redraw);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    document.body.addEventListener("htmx:beforeSwap", function () { before = remember(); });
    document.body.addEventListener("htmx:afterSwap", function () {
      if (before) { restore(before); }
      localTimes();
      charts();
    });
  });
})();
