-- What wrk asks for. Arguments behind "--": the workload, the access token, the clients in all, and whatever the workload
-- needs besides, as name=value. Prints one line of JSON at the end.

local threads = {}

function setup(thread)
    thread:set("number", #threads)
    table.insert(threads, thread)
    thread:set("all_threads", #threads)
end

local given = {}
local asked = 0
local texts = {}

local function instant(seconds)
    return os.date("!%Y-%m-%dT%H:%M:%SZ", seconds)
end

local function escaped(text)
    return (text:gsub("[^%w]", function(letter) return string.format("%%%02X", letter:byte()) end))
end

local function whole(a, b)
    return math.floor(a / b)
end

local workloads = {}

-- The k-th booking: one after another of the providers, slot by slot of their days, and other patients each time.
function workloads.booking()
    local k = given.first + asked * given.threads + number
    local slot = whole(k, given.providers)
    local day, place = whole(slot, 16), slot % 16
    local start = given.monday + whole(day, 6) * 604800 + day % 6 * 86400 + place * 1800
        + (place >= 10 and 3600 or 0)
    local body = string.format(
        '{"patient_id":%d,"provider_id":%d,"appointment_type_id":1,"start_time":"%s"}',
        given.patient + k % given.patients, 1 + k % given.providers, instant(start))
    local headers = {
        ["Authorization"] = given.authorization,
        ["Content-Type"] = "application/json",
        ["Idempotency-Key"] = "bench-" .. given.run .. "-" .. k,
    }
    return wrk.format("POST", "/appointments", headers, body)
end

-- Written once each, as the load generator shares the processor with what it measures.
local spans = {}

local function span(days_ago)
    if not spans[days_ago] then
        local from = given.week - 86400 * days_ago
        spans[days_ago] = "&from=" .. escaped(instant(from)) .. "&to=" .. escaped(instant(from + 86400))
    end
    return spans[days_ago]
end

function workloads.day()
    return wrk.format("GET",
        "/appointments?provider_id=" .. math.random(1, given.providers) .. span(math.random(1, given.days)))
end

function workloads.get()
    return wrk.format("GET", "/appointments/" .. math.random(1, given.appointments))
end

-- One of the paths in a file.
function workloads.paths()
    return wrk.format("GET", texts[math.random(1, #texts)])
end

function workloads.signin()
    return wrk.format("POST", "/auth/login", { ["Content-Type"] = "application/json" },
        '{"username":"bench","password":"measured by the clock"}')
end

function init(args)
    given.workload = args[1]
    given.authorization = "Bearer " .. args[2]
    for place = 3, #args do
        local name, value = args[place]:match("^(%w+)=(.*)$")
        given[name] = tonumber(value) or value
    end
    if given.file then
        for line in io.lines(given.file) do
            table.insert(texts, line)
        end
    end
    math.randomseed(20270301 + number + (given.first or 0))
    wrk.headers["Authorization"] = given.workload ~= "signin" and given.authorization or nil
end

function request()
    local asking = workloads[given.workload]()
    asked = asked + 1
    return asking
end

function done(summary, latency, requests)
    local function ms(percent)
        return latency:percentile(percent) / 1000
    end
    local errors = summary.errors
    io.write(string.format(
        '{"requests":%d,"seconds":%.3f,"refused":%d,"failed":%d,"p50":%.3f,"p99":%.3f,"p999":%.3f,"longest":%.3f}\n',
        summary.requests, summary.duration / 1e6, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout,
        ms(50), ms(99), ms(99.9), latency.max / 1000))
end
